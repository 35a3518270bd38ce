// The standard shots, as camera.py has them.

import { PerspectiveCamera, Vector3 } from 'three'

export type Shot = 'both' | 'over-a' | 'over-b' | 'close-a' | 'close-b' | 'top'
export const SHOTS: readonly { id: Shot; label: string; long: string }[] = [
  { id: 'both', label: 'Both', long: 'both people' },
  { id: 'over-a', label: 'Over A', long: "over A's shoulder, at B" },
  { id: 'over-b', label: 'Over B', long: "over B's shoulder, at A" },
  { id: 'close-a', label: 'A', long: "A's face, close up" },
  { id: 'close-b', label: 'B', long: "B's face, close up" },
  { id: 'top', label: 'Top', long: 'from above, with gaze rays' },
]

export interface View { eye: Vector3; target: Vector3; height: number; up: Vector3 }

const UP = new Vector3(0, 1, 0)

/** Where a shot is taken from, given where the eyes of both are; `height` is what the picture shows at the target. */
export function shot(kind: Shot, a: Vector3, b: Vector3, aspect: number): View {
  const middle = a.clone().add(b).multiplyScalar(0.5)
  const between = b.clone().sub(a)
  const flat = new Vector3(between.x, 0, between.z)
  const apart = flat.length()
  const along = apart > 1e-3 ? flat.clone().divideScalar(apart) : new Vector3(1, 0, 0)
  const side = along.clone().cross(UP)
  if (kind === 'both') {
    const rise = Math.abs(between.y)
    const height = Math.max(0.62 + rise, (apart + 0.52) / aspect)
    const target = middle.clone().addScaledVector(UP, 0.5 * rise - 0.2 * height)
    return { eye: target.clone().addScaledVector(side, 3.2).addScaledVector(UP, 0.06), target, height, up: UP }
  }
  if (kind === 'top') {
    const height = Math.max(1.6, (apart + 1) / aspect, apart * 0.7)
    return { eye: middle.clone().addScaledVector(UP, 3.5), target: middle, height, up: side.clone().negate() }
  }
  const [near, far] = kind === 'over-a' || kind === 'close-b' ? [a, b] : [b, a]
  const towards = far.clone().sub(near).normalize()
  const across = towards.clone().cross(UP)
  if (across.dot(side) < 0) across.negate()
  if (kind === 'over-a' || kind === 'over-b') {
    const eye = near.clone().addScaledVector(towards, -0.85).addScaledVector(across, 0.46).addScaledVector(UP, 0.1)
    const target = far.clone().addScaledVector(across, -0.04).addScaledVector(UP, -0.07)
    return { eye, target, height: 0.66, up: UP }
  }
  const eye = far.clone().addScaledVector(towards, -1.5).addScaledVector(across, 0.75)
  return { eye, target: far.clone().addScaledVector(UP, -0.03), height: aspect < 1 ? 0.4 / aspect : 0.4, up: UP }
}

export function aim(camera: PerspectiveCamera, view: View): void {
  camera.position.copy(view.eye)
  camera.up.copy(view.up)
  camera.lookAt(view.target)
  const distance = view.eye.distanceTo(view.target)
  camera.fov = (Math.atan(view.height / 2 / distance) * 360) / Math.PI
  camera.near = 0.05
  camera.far = 60
  camera.updateProjectionMatrix()
}
