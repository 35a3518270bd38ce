// One of the two people: the shipped avatar, posed from a row of a take.

import {
  Bone, Box3, Color, Group, Matrix4, Mesh, MeshStandardMaterial, Quaternion, SkinnedMesh, Sphere, Vector3,
  type BufferAttribute, type BufferGeometry,
} from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { ARKIT_INDEX } from './arkit.ts'
import { Blend } from './blend.ts'
import { material, type Look } from './look.ts'
import { COLUMN } from './take.ts'

export interface Poseable {
  readonly root: Group
  /** Shows a row of a take. */
  pose(row: Float32Array): void
  dispose(): void
}

const quaternion = (row: Float32Array, start: number, out: Quaternion): Quaternion =>
  out.set(row[start], row[start + 1], row[start + 2], row[start + 3])

export const bodyOf = (row: Float32Array, out = new Quaternion()): Quaternion => quaternion(row, COLUMN.body[0], out)
export const headOf = (row: Float32Array, out = new Quaternion()): Quaternion => quaternion(row, COLUMN.head[0], out)
export const leftEyeOf = (row: Float32Array, out = new Quaternion()): Quaternion =>
  quaternion(row, COLUMN.left_eye[0], out)
export const rightEyeOf = (row: Float32Array, out = new Quaternion()): Quaternion =>
  quaternion(row, COLUMN.right_eye[0], out)

interface Inside { uniform: { value: number } }
interface Eyeball { uniform: { value: Matrix4 } }
interface Shape { influences: number[]; at: number; weight: number }

export class Person implements Poseable {
  readonly root: Group
  /** From the head joint to the middle of the eyes, at rest. */
  readonly neckToEyes: Vector3
  /** Vertices of the skin in the middle of the upper and of the lower lip's inner edge. */
  lips: [number, number] = [-1, -1]
  private readonly bones: Record<string, Bone>
  private readonly shapes: Shape[] = []
  private readonly blends: { blend: Blend; influences: number[] }[] = []
  private readonly inside: Inside[] = []
  private readonly eyeballs: Eyeball[] = []
  private readonly openers: [number, number][]
  private readonly waist: Vector3
  private readonly scratch = { body: new Quaternion(), head: new Quaternion(), yaw: new Quaternion(), v: new Vector3(), matrix: new Matrix4() }

  private constructor(scene: Group, look: Look, software: boolean) {
    this.root = scene
    const bones: Record<string, Bone> = {}
    scene.traverse((node) => {
      if (node instanceof Bone) bones[node.name] = node
    })
    this.bones = bones
    scene.updateMatrixWorld(true)
    const eyes: [Vector3, Vector3] = [
      bones.eye_l.getWorldPosition(new Vector3()), bones.eye_r.getWorldPosition(new Vector3()),
    ]
    this.neckToEyes = eyes[0].clone().add(eyes[1]).multiplyScalar(0.5)
    this.openers = Object.entries(look.mouth_openers).map(([name, share]) => [ARKIT_INDEX[name], share])
    this.waist = bones.body.getWorldPosition(new Vector3())
    const meshes: Mesh[] = []
    scene.traverse((node) => {
      if (node instanceof Mesh) meshes.push(node)
    })
    for (const node of meshes) {
      const old = node.material as MeshStandardMaterial
      const geometry = node.geometry as BufferGeometry
      const has = { shade: !!geometry.getAttribute('_shade'), lids: !!geometry.getAttribute('_lid'), eyes }
      const made = material(look, old.name, old.map, old.map ? new Color(1, 1, 1) : old.color, has)
      node.material = made
      if (made.defines.INSIDE !== undefined) this.inside.push({ uniform: made.uniforms.mouthLight })
      if (made.defines.EYEBALL !== undefined) {
        made.uniforms.eyeHeight.value = this.neckToEyes.y
        this.eyeballs.push({ uniform: made.uniforms.headInverse })
      }
      old.dispose()
      this.bound(node)
      node.castShadow = !['lash', 'mouth', 'teeth', 'tongue', 'hand'].includes(old.name)
      node.receiveShadow = true
      if (node instanceof SkinnedMesh || node.morphTargetDictionary) {
        for (const [name, at] of Object.entries(node.morphTargetDictionary ?? {})) {
          this.shapes.push({ influences: node.morphTargetInfluences!, at, weight: ARKIT_INDEX[name] })
        }
      }
      if (old.name === 'skin') this.lips = lipVertices(node)
      if (software && geometry.morphAttributes.position) {
        this.blends.push({ blend: new Blend(geometry), influences: node.morphTargetInfluences! })
      }
      if (RIGID.includes(old.name)) this.fasten(node)
    }
  }

  /** What lies outside the picture need not be drawn: a ball about the person's axis, wide enough for any pose. */
  private bound(mesh: Mesh): void {
    const box = new Box3().setFromBufferAttribute(mesh.geometry.getAttribute('position') as BufferAttribute)
    const centre = new Vector3(0, (box.min.y + box.max.y) / 2, 0)
    const corner = new Vector3(Math.max(-box.min.x, box.max.x), box.max.y, Math.max(-box.min.z, box.max.z))
    const ball = new Sphere(centre, corner.distanceTo(centre) + LEEWAY)
    mesh.geometry.boundingSphere = ball
    if (mesh instanceof SkinnedMesh) mesh.boundingSphere = ball
  }

  /** Hair turns with the head alone: as a plain mesh on its bone it costs a machine without a GPU a fraction. */
  private fasten(mesh: Mesh): void {
    if (!(mesh instanceof SkinnedMesh)) return
    const plain = new Mesh(mesh.geometry, mesh.material)
    plain.name = mesh.name
    plain.castShadow = mesh.castShadow
    plain.receiveShadow = true
    plain.geometry.deleteAttribute('skinIndex')
    plain.geometry.deleteAttribute('skinWeight')
    const bone = mesh.skeleton.getBoneByName('head')!
    bone.getWorldPosition(plain.position).negate()
    bone.add(plain)
    mesh.removeFromParent()
  }

  static async load(url: string, look: Look, software: boolean): Promise<Person> {
    const loaded = await new GLTFLoader().loadAsync(url)
    return new Person(loaded.scene, look, software)
  }

  pose(row: Float32Array): void {
    const { body, head, yaw, v, matrix } = this.scratch
    for (const shape of this.shapes) shape.influences[shape.at] = row[shape.weight]
    for (const { blend, influences } of this.blends) blend.show(influences)
    this.root.position.set(row[COLUMN.position[0]], row[COLUMN.position[0] + 1], row[COLUMN.position[0] + 2])
    bodyOf(row, body)
    headOf(row, head)
    v.set(0, 0, 1).applyQuaternion(body)
    yaw.setFromAxisAngle(UP, Math.atan2(v.x, v.z))
    this.bones.hips.quaternion.copy(yaw)
    this.bones.hips.position.copy(this.waist).applyQuaternion(body)
    this.bones.head.quaternion.copy(body).invert().multiply(head)
    this.bones.body.quaternion.copy(yaw).invert().multiply(body)
    let open = 0.1 - 3 * row[JAW_OPEN] * row[MOUTH_CLOSE]
    for (const [weight, share] of this.openers) open += share * row[weight]
    for (const { uniform } of this.inside) uniform.value = Math.min(Math.max(open, 0.1), 1)
    matrix.compose(this.root.position, head, ONE).invert()
    for (const { uniform } of this.eyeballs) uniform.value.copy(matrix)
    leftEyeOf(row, this.bones.eye_l.quaternion)
    rightEyeOf(row, this.bones.eye_r.quaternion)
  }

  dispose(): void {
    this.root.removeFromParent()
    this.root.traverse((node) => {
      if (node instanceof Mesh) {
        node.geometry.dispose()
        node.material.dispose()
      }
    })
  }
}

/** Materials of meshes that turn with the head and never change their form. */
const RIGID = ['hair']
/** Metres by which a pose may move a part beyond where it lies at rest. */
const LEEWAY = 0.35
const UP = new Vector3(0, 1, 0)
const ONE = new Vector3(1, 1, 1)
const JAW_OPEN = ARKIT_INDEX.jawOpen
const MOUTH_CLOSE = ARKIT_INDEX.mouthClose

/** The vertices in the middle of the upper and of the lower lip's inner edge: what the jaw moves, and what it leaves. */
function lipVertices(skin: Mesh): [number, number] {
  const at = skin.geometry.getAttribute('position')
  const jaw = skin.geometry.morphAttributes.position![skin.morphTargetDictionary!.jawOpen]
  let lower = -1
  let upper = -1
  const front = (i: number): number => at.getZ(i)
  let most = -Infinity
  for (let i = 0; i < at.count; i++) most = Math.max(most, Math.abs(at.getX(i)) < 0.002 ? front(i) : -Infinity)
  for (let i = 0; i < at.count; i++) {
    if (Math.abs(at.getX(i)) > 0.002 || front(i) < most - 0.03) continue
    if (jaw.getY(i) < -0.025 && (lower < 0 || at.getY(i) > at.getY(lower))) lower = i
  }
  for (let i = 0; i < at.count; i++) {
    if (Math.abs(at.getX(i)) > 0.002 || front(i) < most - 0.03 || at.getY(i) < at.getY(lower) - 0.001) continue
    if (Math.abs(jaw.getY(i)) < 0.003 && (upper < 0 || at.getY(i) < at.getY(upper))) upper = i
  }
  return [upper, lower]
}
