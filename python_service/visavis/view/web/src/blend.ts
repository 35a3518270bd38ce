// Blendshapes summed on the processor, for browsers without a GPU: a shader there walks through every shape for every
// vertex, although of each only few vertices move and most weights are zero.

import { BufferAttribute, DynamicDrawUsage, type BufferGeometry } from 'three'

interface Shape { vertices: Uint32Array; position: Float32Array; normal: Float32Array | null }

/** Movements below this, metres (or of a normal), are none. */
const LEAST = 1e-6

export class Blend {
  private readonly position: BufferAttribute
  private readonly normal: BufferAttribute
  private readonly restPosition: Float32Array
  private readonly restNormal: Float32Array
  private readonly shapes: Shape[]
  private readonly shown: Float32Array

  /** Takes the shapes, which are relative, off the geometry. */
  constructor(geometry: BufferGeometry) {
    this.position = geometry.getAttribute('position') as BufferAttribute
    this.normal = geometry.getAttribute('normal') as BufferAttribute
    this.position.setUsage(DynamicDrawUsage)
    this.normal.setUsage(DynamicDrawUsage)
    this.restPosition = Float32Array.from(this.position.array)
    this.restNormal = Float32Array.from(this.normal.array)
    const normals = geometry.morphAttributes.normal
    this.shapes = (geometry.morphAttributes.position ?? []).map((at, k) => sparse(at as BufferAttribute, normals?.[k] as BufferAttribute))
    this.shown = new Float32Array(this.shapes.length)
    geometry.morphAttributes = {}
  }

  /** Shows a sum of the shapes. */
  show(weights: ArrayLike<number>): void {
    if (this.shown.every((w, k) => w === Math.fround(weights[k]))) return
    const position = this.position.array as Float32Array
    const normal = this.normal.array as Float32Array
    position.set(this.restPosition)
    normal.set(this.restNormal)
    this.shapes.forEach((shape, k) => {
      const w = (this.shown[k] = weights[k])
      if (Math.abs(w) < 1e-4) return
      shape.vertices.forEach((vertex, i) => {
        for (let c = 0; c < 3; c++) {
          position[3 * vertex + c] += w * shape.position[3 * i + c]
          if (shape.normal) normal[3 * vertex + c] += w * shape.normal[3 * i + c]
        }
      })
    })
    this.position.needsUpdate = this.normal.needsUpdate = true
  }
}

function sparse(position: BufferAttribute, normal: BufferAttribute | undefined): Shape {
  const moves = (at: BufferAttribute | undefined, i: number): boolean =>
    !!at && Math.abs(at.getX(i)) + Math.abs(at.getY(i)) + Math.abs(at.getZ(i)) > LEAST
  const vertices = Uint32Array.from([...Array(position.count).keys()].filter((i) => moves(position, i) || moves(normal, i)))
  const rows = (at: BufferAttribute): Float32Array =>
    Float32Array.from([...vertices].flatMap((i) => [at.getX(i), at.getY(i), at.getZ(i)]))
  return { vertices, position: rows(position), normal: normal ? rows(normal) : null }
}
