// The room on screen: both people, light, cameras, gaze rays.

import {
  BasicShadowMap, BufferAttribute, BufferGeometry, Color, DirectionalLight, HemisphereLight, LineBasicMaterial, LineSegments, Mesh,
  PCFSoftShadowMap, PerspectiveCamera, Quaternion, Scene, ShaderMaterial, SphereGeometry, SpotLight, Vector2, Vector3,
  WebGLRenderer,
} from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Avatar } from './avatar.ts'
import { aim, shot, type Shot, type View } from './cameras.ts'
import { room, type Look } from './look.ts'
import { headOf, leftEyeOf, Person, rightEyeOf, type Poseable } from './person.ts'
import { BOTH, COLUMN, COLUMNS, type Take, type Who } from './take.ts'

const MOVE_S = 0.45
/** Milliseconds for which nothing may have moved before the picture is drawn once more, as finely as it can be. */
const STILL_MS = 120
/** Pixels of the finest picture, with and without a GPU. */
const MOST_PIXELS = 8e6
const MOST_PIXELS_SOFTWARE = 2e6

/** How finely a picture in motion is drawn: as the machine keeps up, always finely, always quickly. */
export type Picture = 'auto' | 'fine' | 'quick'
const FINE = { scale: 1, shadowEvery: 1 }
const QUICK = { scale: 0.4, shadowEvery: 8 }

export class Stage {
  readonly renderer: WebGLRenderer
  readonly camera = new PerspectiveCamera(30, 16 / 9, 0.05, 60)
  readonly people: Record<Who, Person>
  readonly shown: Record<Who, Poseable>
  readonly rows: Record<Who, Float32Array> = { a: new Float32Array(COLUMNS), b: new Float32Array(COLUMNS) }
  rays = false
  picture: Picture = 'auto'
  shotKind: Shot = 'both'
  framesDrawn = 0
  /** The moment on screen, seconds. */
  shownTime = NaN
  /** Whether what is on screen was drawn as finely as it can be. */
  fine = false
  private readonly scene = new Scene()
  private readonly backdrop: ShaderMaterial
  private readonly lamp: SpotLight
  private readonly lines: LineSegments
  private readonly orbit: OrbitControls
  private take: Take | null = null
  private eyes: Record<Who, Vector3> = { a: new Vector3(-0.6, 1.6, 0), b: new Vector3(0.6, 1.6, 0) }
  private move: { from: View; to: View; began: number } | null = null
  private view: View
  private free = false
  private readonly software: boolean
  private changed = true
  private changedAt = 0
  private shownRays = false
  private shownFrames = 0
  private readonly pace = { slow: 0, fast: 0, scale: 1, last: 0, shadowEvery: 1 }

  private constructor(canvas: HTMLCanvasElement, look: Look, people: Record<Who, Person>, software: boolean) {
    this.software = software
    this.renderer = new WebGLRenderer({ canvas, antialias: !software, powerPreference: 'high-performance' })
    if (software) Object.assign(this.pace, { scale: 0.6, shadowEvery: 4 })
    this.renderer.shadowMap.enabled = true
    // Softness costs nine looks into the map for every pixel.
    this.renderer.shadowMap.type = software ? BasicShadowMap : PCFSoftShadowMap
    this.renderer.autoClear = true
    this.renderer.setClearColor(new Color(0x2a2d31))
    this.people = people
    this.shown = { ...people }
    this.backdrop = room(look)
    const sky = new Mesh(new SphereGeometry(10, 48, 24), this.backdrop)
    sky.frustumCulled = false
    sky.renderOrder = -1
    this.scene.add(sky)
    this.lamp = new SpotLight(0xffffff, 0)
    this.lamp.position.set(look.key.position[0], look.key.position[1], look.key.position[2])
    this.lamp.castShadow = true
    this.lamp.shadow.mapSize.setScalar(1024)
    this.lamp.shadow.radius = 3
    this.lamp.shadow.bias = -0.0012
    this.lamp.shadow.normalBias = 0.004
    this.scene.add(this.lamp, this.lamp.target)
    // For visitors' own avatars, whose materials are three.js's.
    const rim = look.rims.map((lamp) => {
      const light = new DirectionalLight(new Color(...(lamp.colour as [number, number, number])), 1.2)
      light.position.set(lamp.position[0], lamp.position[1], lamp.position[2])
      return light
    })
    const front = new DirectionalLight(new Color(...(look.key.colour as [number, number, number])), 1.6)
    front.position.copy(this.lamp.position)
    this.scene.add(new HemisphereLight(0xc8d4e6, 0x6a5a4c, 1.1), front, ...rim)
    const geometry = new BufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(8 * 3), 3))
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(8 * 3), 3))
    this.lines = new LineSegments(
      geometry, new LineBasicMaterial({ vertexColors: true, transparent: true, opacity: 0.9, depthTest: false }),
    )
    this.lines.frustumCulled = false
    this.lines.renderOrder = 5
    this.scene.add(this.lines)
    for (const who of BOTH) this.scene.add(people[who].root)
    this.orbit = new OrbitControls(this.camera, canvas)
    this.orbit.enabled = true
    this.orbit.enableDamping = false
    this.orbit.minDistance = 0.3
    this.orbit.maxDistance = 8
    this.orbit.addEventListener('start', () => {
      this.free = true
      this.move = null
    })
    this.orbit.addEventListener('change', () => (this.changed = true))
    this.view = shot('both', this.eyes.a, this.eyes.b, 16 / 9)
    this.apply(this.view)
  }

  static async open(canvas: HTMLCanvasElement, look: Look): Promise<Stage> {
    const software = drawsInSoftware()
    const [a, b] = await Promise.all(BOTH.map((who) => Person.load(`api/people/${who}.glb`, look, software)))
    return new Stage(canvas, look, { a, b }, software)
  }

  show(take: Take | null): void {
    this.take = take
    if (take?.frames) this.lookWhere(take)
    this.cut(this.shotKind, true)
  }

  /** Puts the cameras where the two are on average. */
  lookWhere(take: Take): void {
    for (const who of BOTH) {
      const [x, y, z] = take.meanPosition(who)
      const head = headOf(take.rows[who].subarray(0, COLUMNS))
      this.eyes[who].copy(this.people[who].neckToEyes).applyQuaternion(head).add(new Vector3(x, y, z))
    }
  }

  cut(kind: Shot, at_once = false): void {
    this.shotKind = kind
    this.free = false
    const to = shot(kind, this.eyes.a, this.eyes.b, this.camera.aspect)
    const still = at_once || matchMedia('(prefers-reduced-motion: reduce)').matches
    this.move = still ? null : { from: this.view, to, began: performance.now() }
    if (still) this.apply(to)
  }

  replace(who: Who, avatar: Avatar | null): void {
    const old = this.shown[who]
    if (old !== this.people[who]) old.dispose()
    this.people[who].root.visible = !avatar
    this.shown[who] = avatar ?? this.people[who]
    if (avatar) this.scene.add(avatar.root)
    this.changed = true
  }

  /** Shows the take at `time` seconds: quickly while anything moves, finely once it stands still, then not again. */
  showAt(time: number): void {
    const now = performance.now()
    this.changed ||= time !== this.shownTime || this.rays !== this.shownRays || this.take?.frames !== this.shownFrames
    this.changed ||= !!this.move || this.resized()
    if (this.changed) {
      this.changedAt = now
      this.draw(time, false)
      this.keepPace()
      return
    }
    this.pace.last = 0
    if (!this.fine && now - this.changedAt > STILL_MS) this.draw(time, true)
  }

  /** Draws the take at `time` seconds. */
  draw(time: number, fine = true): void {
    this.shownTime = time
    this.shownRays = this.rays
    this.shownFrames = this.take?.frames ?? 0
    this.fit(fine)
    if (this.move) {
      const t = Math.min((performance.now() - this.move.began) / (MOVE_S * 1000), 1)
      const s = t * t * (3 - 2 * t)
      const { from, to } = this.move
      this.apply({
        eye: from.eye.clone().lerp(to.eye, s),
        target: from.target.clone().lerp(to.target, s),
        height: from.height + (to.height - from.height) * s,
        up: from.up.clone().lerp(to.up, s).normalize(),
      })
      if (t >= 1) this.move = null
    }
    const take = this.take
    const pools = this.backdrop.uniforms.pools.value as Vector2[]
    BOTH.forEach((who, i) => {
      if (!take?.frames) return
      const row = take.sample(who, time, this.rows[who])
      this.shown[who].pose(row)
      pools[i].set(row[COLUMN.position[0]], row[COLUMN.position[0] + 2])
    })
    this.drawRays()
    this.light()
    this.camera.getWorldDirection(this.backdrop.uniforms.centre.value)
    this.renderer.shadowMap.autoUpdate = fine || this.framesDrawn % this.effort.shadowEvery === 0
    this.renderer.render(this.scene, this.camera)
    this.framesDrawn++
    this.fine = fine
    this.changed = false
  }

  /** Where the inner lips' middle points are on screen, in pixels of the canvas: for tests, measured from the scene. */
  mouthOnScreen(who: Who): { upper: [number, number]; lower: [number, number]; gap: number } | null {
    const skin = this.people[who].root.getObjectByName('skin')
    if (!(skin instanceof Mesh)) return null
    const lips = this.people[who].lips
    this.scene.updateMatrixWorld(true)
    const size = this.renderer.getSize(new Vector2())
    const project = (index: number): [number, number] => {
      const v = skin.getVertexPosition(index, new Vector3()).applyMatrix4(skin.matrixWorld).project(this.camera)
      return [((v.x + 1) / 2) * size.x, ((1 - v.y) / 2) * size.y]
    }
    const upper = project(lips[0])
    const lower = project(lips[1])
    return { upper, lower, gap: Math.hypot(upper[0] - lower[0], upper[1] - lower[1]) }
  }

  /** Where the middle of a person's eyes is now, metres. */
  eyesNow(who: Who): [number, number, number] {
    const row = this.rows[who]
    const [p] = COLUMN.position
    return this.people[who].neckToEyes.clone().applyQuaternion(headOf(row)).add(new Vector3(row[p], row[p + 1], row[p + 2])).toArray()
  }

  private apply(view: View): void {
    this.changed = true
    this.view = view
    aim(this.camera, view)
    this.orbit.target.copy(view.target)
  }

  private resized(): boolean {
    const { clientWidth, clientHeight } = this.renderer.domElement
    const size = this.renderer.getSize(new Vector2())
    return clientWidth > 0 && clientHeight > 0 && (size.x !== clientWidth || size.y !== clientHeight)
  }

  private fit(fine: boolean): void {
    const canvas = this.renderer.domElement
    const width = canvas.clientWidth
    const height = canvas.clientHeight
    if (!width || !height) return
    const most = Math.sqrt((this.software ? MOST_PIXELS_SOFTWARE : MOST_PIXELS) / (width * height))
    const screen = Math.min(window.devicePixelRatio || 1, 2)
    // Without a GPU edges are not smoothed: a still picture is drawn larger than the screen and shrunk instead.
    const ratio = fine ? Math.max(Math.min(this.software ? 2 : screen, most), 0.5) : Math.min(screen, most) * this.effort.scale
    const size = this.renderer.getSize(new Vector2())
    if (size.x === width && size.y === height && this.renderer.getPixelRatio() === ratio) return
    this.renderer.setPixelRatio(ratio)
    this.renderer.setSize(width, height, false)
    this.camera.aspect = width / height
    this.camera.updateProjectionMatrix()
    if (!this.free && !this.move) this.apply(shot(this.shotKind, this.eyes.a, this.eyes.b, this.camera.aspect))
  }

  private get effort(): { scale: number; shadowEvery: number } {
    return this.picture === 'auto' ? this.pace : this.picture === 'fine' ? FINE : QUICK
  }

  /** Draws fewer pixels and shadows on machines that cannot keep up, and more again on those that can. */
  private keepPace(): void {
    const now = performance.now()
    const took = this.pace.last ? now - this.pace.last : 0
    this.pace.last = now
    if (this.picture !== 'auto' || document.hidden || this.framesDrawn < 5 || !took) return
    this.pace.slow = took > 30 ? this.pace.slow + (took > 200 ? 5 : 1) : 0
    this.pace.fast = took < 18 ? this.pace.fast + 1 : 0
    if (this.pace.slow > 20 && this.pace.scale > 0.4) {
      this.pace.scale = Math.max(0.4, this.pace.scale * 0.8)
      this.pace.shadowEvery = Math.min(4, this.pace.shadowEvery + 1)
      this.pace.slow = 0
    } else if (this.pace.fast > 300 && this.pace.scale < 1) {
      this.pace.scale = Math.min(1, this.pace.scale * 1.15)
      this.pace.fast = 0
    }
  }

  private light(): void {
    const a = this.rows.a
    const b = this.rows.b
    const [p] = COLUMN.position
    const target = this.lamp.target.position
    target.set((a[p] + b[p]) / 2, Math.max(a[p + 1], b[p + 1]) - 0.25, (a[p + 2] + b[p + 2]) / 2)
    this.lamp.target.updateMatrixWorld()
    const apart = Math.hypot(a[p] - b[p], a[p + 2] - b[p + 2])
    const distance = this.lamp.position.distanceTo(target)
    this.lamp.angle = Math.min(1.2, Math.atan2(apart / 2 + 0.5, distance))
    this.lamp.shadow.camera.near = 0.5
    this.lamp.shadow.camera.far = distance + 3
  }

  private drawRays(): void {
    const shown = (this.rays || this.shotKind === 'top') && !!this.take?.frames
    this.lines.visible = shown
    if (!shown) return
    const at = this.lines.geometry.getAttribute('position') as BufferAttribute
    const tint = this.lines.geometry.getAttribute('color') as BufferAttribute
    const head = new Quaternion()
    const eye = new Quaternion()
    let k = 0
    for (const who of BOTH) {
      const row = this.rows[who]
      const [p] = COLUMN.position
      headOf(row, head)
      const on = row[COLUMN.on_partner[0]]
      for (const side of [1, -1]) {
        const from = this.people[who].neckToEyes.clone().add(new Vector3(side * 0.029, 0, 0.012)).applyQuaternion(head)
        from.add(new Vector3(row[p], row[p + 1], row[p + 2]))
        const gaze = new Vector3(row[COLUMN.gaze_point[0]], row[COLUMN.gaze_point[0] + 1], row[COLUMN.gaze_point[0] + 2])
        const length = Math.min(Math.max(gaze.distanceTo(from), 0.25), 4)
        const ahead = new Vector3(0, 0, 1).applyQuaternion(side > 0 ? leftEyeOf(row, eye) : rightEyeOf(row, eye))
        const to = from.clone().addScaledVector(ahead.applyQuaternion(head), length)
        const colour = who === 'a' ? RAY_A : RAY_B
        const bright = 0.35 + 0.65 * on
        for (const point of [from, to]) {
          at.setXYZ(k, point.x, point.y, point.z)
          tint.setXYZ(k, colour.r * bright, colour.g * bright, colour.b * bright)
          k++
        }
      }
    }
    at.needsUpdate = tint.needsUpdate = true
  }
}

/** Whether this browser draws without a GPU. */
function drawsInSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2')
  if (!gl) throw new Error('this browser has no WebGL 2, which the page draws with')
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name)
}

const RAY_A = new Color('#ffb070')
const RAY_B = new Color('#7cc4ff')
