// A take as the server sends it: per person one row of numbers a frame; see wire.py.

export type Who = 'a' | 'b'
export const BOTH: readonly Who[] = ['a', 'b']

export interface TurnEvent { kind: string; person: Who; time: number }
export interface Notice { severity: string; code: string; message: string; time: number }
export interface PoseReading { reading: string; confidence: number; not_understood: string[] }

export interface TakeAbout {
  title: string
  sound: string | null
  events: TurnEvent[]
  notices?: Notice[]
  pose?: PoseReading | null
  model?: string
  rig?: string
  look_ahead?: string
  roles?: string
  role_source?: string
  seed?: number
}

/** Where each field begins in a row, and how many numbers it has. */
export const COLUMN = {
  arkit: [0, 52], body: [52, 4], head: [56, 4], left_eye: [60, 4], right_eye: [64, 4],
  position: [68, 3], speaking: [71, 1], gaze_point: [72, 3], on_partner: [75, 1],
} as const
export const COLUMNS = 76
const QUATERNIONS = [52, 56, 60, 64]

export class Take {
  frames: number
  readonly rows: Record<Who, Float32Array>
  readonly fps: number
  readonly about: TakeAbout

  constructor(fps: number, frames: number, rows: Record<Who, Float32Array>, about: TakeAbout) {
    this.fps = fps
    this.frames = frames
    this.rows = rows
    this.about = about
  }

  static parse(data: ArrayBuffer): Take {
    const length = new DataView(data).getUint32(0, true)
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(data, 4, length)))
    const size = head.frames * COLUMNS
    const start = 4 + length
    const expected = start + 2 * size * 4
    if (data.byteLength !== expected) throw new Error(`the take has ${data.byteLength} bytes, not ${expected}`)
    const rows = { a: new Float32Array(data, start, size), b: new Float32Array(data, start + size * 4, size) }
    return new Take(head.fps, head.frames, rows, head)
  }

  /** An empty take that grows while a conversation is live. */
  static growing(fps: number, seconds: number, title: string): Take {
    const size = Math.ceil(fps * seconds) * COLUMNS
    const rows = { a: new Float32Array(size), b: new Float32Array(size) }
    return new Take(fps, 0, rows, { title, sound: null, events: [] })
  }

  append(first: number, count: number, a: Float32Array, b: Float32Array): void {
    if ((first + count) * COLUMNS > this.rows.a.length) return
    this.rows.a.set(a, first * COLUMNS)
    this.rows.b.set(b, first * COLUMNS)
    this.frames = first + count
  }

  get seconds(): number {
    return this.frames / this.fps
  }

  /** One person at `time` seconds, between frames where need be, into `out` (COLUMNS numbers). */
  sample(who: Who, time: number, out: Float32Array): Float32Array {
    const rows = this.rows[who]
    const place = Math.min(Math.max(time * this.fps, 0), Math.max(this.frames - 1, 0))
    const first = Math.floor(place)
    const second = Math.min(first + 1, Math.max(this.frames - 1, 0))
    const mix = place - first
    const p = first * COLUMNS
    const q = second * COLUMNS
    for (let i = 0; i < COLUMNS; i++) out[i] = rows[p + i] + (rows[q + i] - rows[p + i]) * mix
    for (const start of QUATERNIONS) {
      let dot = 0
      for (let i = 0; i < 4; i++) dot += rows[p + start + i] * rows[q + start + i]
      const sign = dot < 0 ? -1 : 1
      let length = 0
      for (let i = 0; i < 4; i++) {
        const value = rows[p + start + i] * (1 - mix) + sign * rows[q + start + i] * mix
        out[start + i] = value
        length += value * value
      }
      length = Math.sqrt(length) || 1
      for (let i = 0; i < 4; i++) out[start + i] /= length
    }
    return out
  }

  /** Mean place of a person's head over the take, every tenth frame. */
  meanPosition(who: Who): [number, number, number] {
    const rows = this.rows[who]
    const sum: [number, number, number] = [0, 0, 0]
    let count = 0
    for (let f = 0; f < this.frames; f += 10, count++) {
      for (let i = 0; i < 3; i++) sum[i] += rows[f * COLUMNS + COLUMN.position[0] + i]
    }
    return [sum[0] / (count || 1), sum[1] / (count || 1), sum[2] / (count || 1)]
  }
}
