// A visitor's own avatar: a GLB with ARKit-like blendshapes, driven through the profile that fits its names.

import {
  Bone, Box3, Group, Mesh, MeshStandardMaterial, Object3D, Quaternion, Vector3,
} from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { bodyOf, headOf, leftEyeOf, rightEyeOf, type Poseable } from './person.ts'
import { detectProfile, ProfileMapper, type Profile } from './profile.ts'
import { COLUMN } from './take.ts'

const LARGEST = 200 * 1024 * 1024
const TALLEST = 4 // metres; what is taller was made in centimetres

interface Driven { node: Object3D; rest: Quaternion; world: Quaternion }

export class Avatar implements Poseable {
  readonly root = new Group()
  readonly profile: Profile
  readonly about: string
  private readonly mappers: { mesh: Mesh; mapper: ProfileMapper }[]
  private readonly inner = new Group()
  private readonly head: Driven | null
  private readonly eyes: [Driven | null, Driven | null]
  private readonly pivot: Vector3
  private readonly neckToEyes: Vector3
  private readonly scratch = { body: new Quaternion(), head: new Quaternion(), eye: new Quaternion(), v: new Vector3() }

  private constructor(scene: Group, profile: Profile, meshes: Mesh[], neckToEyes: Vector3) {
    this.profile = profile
    this.neckToEyes = neckToEyes
    this.mappers = meshes.map((mesh) => ({
      mesh, mapper: new ProfileMapper(profile, Object.keys(mesh.morphTargetDictionary!)),
    }))
    this.root.add(this.inner)
    this.inner.add(scene)
    const size = new Box3().setFromObject(scene).getSize(new Vector3())
    if (size.y > TALLEST) scene.scale.multiplyScalar(0.01)
    this.inner.updateMatrixWorld(true)
    const box = new Box3().setFromObject(scene)
    const bones: Object3D[] = []
    scene.traverse((node) => {
      if (node instanceof Bone || /^(head|neck|.*eye)/i.test(node.name)) bones.push(node)
    })
    const find = (pattern: RegExp): Object3D | undefined =>
      bones.find((b) => b instanceof Bone && pattern.test(b.name)) ?? undefined
    const drive = (node: Object3D | undefined): Driven | null =>
      node ? { node, rest: node.quaternion.clone(), world: node.getWorldQuaternion(new Quaternion()) } : null
    this.head = drive(find(/(^|[:_.])(j_bip_c_)?head(_?0?1)?$/i))
    this.eyes = [
      drive(find(/^(left_?eye|eye_?(l|left)|.*[_.:]l_?eye|.*eye[_.]l|.*lefteye|j_adj_l_faceeye)$/i)),
      drive(find(/^(right_?eye|eye_?(r|right)|.*[_.:]r_?eye|.*eye[_.]r|.*righteye|j_adj_r_faceeye)$/i)),
    ]
    const place = (driven: Driven): Vector3 => driven.node.getWorldPosition(new Vector3())
    let middle: Vector3
    if (this.eyes[0] && this.eyes[1]) middle = place(this.eyes[0]).add(place(this.eyes[1])).multiplyScalar(0.5)
    else middle = this.eyesByShape(meshes) ?? (this.head
      ? place(this.head).add(new Vector3(0, 0.09, 0.09))
      : new Vector3((box.min.x + box.max.x) / 2, box.max.y - 0.11, box.max.z - 0.06))
    this.pivot = this.head ? place(this.head) : middle.clone().sub(neckToEyes)
    this.inner.position.copy(middle).negate()
    scene.traverse((node) => {
      node.frustumCulled = false
      node.castShadow = node.receiveShadow = true
    })
    this.about = `${profile.title}; ${meshes.reduce((n, m) => n + m.morphTargetInfluences!.length, 0)} blendshapes` +
      `${this.head ? ', head bone' : ', no head bone: the whole turns'}${this.eyes[0] ? ', eye bones' : ''}`
  }

  /** Reads a dropped file. Errors say what is wrong with it. */
  static async read(file: File, profiles: Profile[], neckToEyes: Vector3): Promise<Avatar> {
    if (file.size > LARGEST) throw new Error(`'${file.name}' is larger than ${LARGEST >> 20} MB`)
    const data = await file.arrayBuffer()
    const magic = new TextDecoder('latin1').decode(new Uint8Array(data, 0, Math.min(4, data.byteLength)))
    if (magic !== 'glTF') throw new Error(`'${file.name}' is no GLB file (binary glTF)`)
    let scene: Group
    try {
      scene = (await new GLTFLoader().parseAsync(data, '')).scene
    } catch (error) {
      throw new Error(`'${file.name}' cannot be read as GLB: ${error instanceof Error ? error.message : error}`)
    }
    const meshes: Mesh[] = []
    scene.traverse((node) => {
      if (node instanceof Mesh && node.morphTargetDictionary && Object.keys(node.morphTargetDictionary).length) {
        meshes.push(node)
        if (!node.geometry.getAttribute('normal')) node.geometry.computeVertexNormals()
        const surface = node.material
        if (surface instanceof MeshStandardMaterial && !surface.map) surface.roughness = Math.max(surface.roughness, 0.5)
      }
    })
    const names = [...new Set(meshes.flatMap((m) => Object.keys(m.morphTargetDictionary!)))]
    if (!names.length) throw new Error(`'${file.name}' has no blendshapes (morph targets)`)
    const profile = detectProfile(profiles, names)
    if (!profile) {
      throw new Error(
        `the ${names.length} blendshapes of '${file.name}' (${names.slice(0, 4).join(', ')} ...) fit none of ` +
          `${profiles.map((p) => p.title).join(', ')}`,
      )
    }
    return new Avatar(scene, profile, meshes, neckToEyes)
  }

  /** The middle between the eyes, from the vertices that a blink moves. */
  private eyesByShape(meshes: Mesh[]): Vector3 | null {
    const sum = new Vector3()
    let count = 0
    for (const mesh of meshes) {
      const entry = Object.entries(mesh.morphTargetDictionary!).find(([name]) => /eye_?blink_?l/i.test(name))
      const moved = entry && mesh.geometry.morphAttributes.position?.[entry[1]]
      if (!moved) continue
      const at = mesh.geometry.getAttribute('position')
      const v = new Vector3()
      for (let i = 0; i < moved.count; i++) {
        if (Math.abs(moved.getY(i)) * mesh.getWorldScale(v).y < 1e-3) continue
        sum.add(mesh.localToWorld(v.fromBufferAttribute(at, i)))
        count++
      }
    }
    if (!count) return null
    sum.divideScalar(count)
    return sum.setX(0).setZ(sum.z - 0.012)
  }

  pose(row: Float32Array): void {
    const { body, head, eye, v } = this.scratch
    const weights = row.subarray(0, COLUMN.arkit[1])
    for (const { mesh, mapper } of this.mappers) {
      const values = mapper.map(weights)
      for (let i = 0; i < values.length; i++) mesh.morphTargetInfluences![i] = values[i]
    }
    bodyOf(row, body)
    headOf(row, head)
    this.root.position.set(row[COLUMN.position[0]], row[COLUMN.position[0] + 1], row[COLUMN.position[0] + 2])
    if (!this.head) {
      this.root.quaternion.copy(head)
      this.root.position.add(v.copy(this.neckToEyes).applyQuaternion(head))
    } else {
      // The avatar's own eyes go where the stream's are when the head is straight; its head turns about its own bone.
      this.root.quaternion.copy(body)
      this.root.position.add(v.copy(this.neckToEyes).applyQuaternion(body))
      turn(this.head, eye.copy(body).invert().multiply(head))
    }
    if (this.eyes[0]) turn(this.eyes[0], leftEyeOf(row, eye))
    if (this.eyes[1]) turn(this.eyes[1], rightEyeOf(row, eye))
  }

  dispose(): void {
    this.root.removeFromParent()
    this.root.traverse((node) => {
      if (node instanceof Mesh) node.geometry.dispose()
    })
    this.pivot.set(0, 0, 0)
  }
}

/** Turns a bone by a rotation given in the axes of the figure (which faces +Z), whatever the bone's own axes are. */
function turn(driven: Driven, by: Quaternion): void {
  const inverse = TURNED.copy(driven.world).invert()
  driven.node.quaternion.copy(driven.rest).multiply(inverse.multiply(by).multiply(driven.world))
}
const TURNED = new Quaternion()
