// From the 52 ARKit weights to an avatar's own blendshapes: docs/retargeting.md, step 2, in the page.

import { ARKIT_INDEX, ARKIT_NAMES } from './arkit.ts'

interface ChannelEntry {
  channel: string; targets: string[]; gain?: number; offset?: number; curve?: [number, number][]; clamp?: [number, number]
}
interface BasisEntry { targets: string[]; weights: Record<string, number> }
export interface Profile {
  name: string; title: string; kind: string; markers?: string[]; detect?: string[]
  channels?: ChannelEntry[]; basis?: BasisEntry[]; rest?: string[]; ridge?: number; sweeps?: number
}

/** Bounded ridge least squares by coordinate descent: w in [0, 1] that minimises |M w - p|^2 + ridge |w|^2. */
export class RetargetSolver {
  private readonly gram: number[][]
  private readonly matrix: number[][]
  private readonly ridge: number
  private readonly sweeps: number

  constructor(matrix: number[][], ridge: number, sweeps: number) {
    this.matrix = matrix
    this.ridge = ridge
    this.sweeps = sweeps
    const columns = matrix[0]?.length ?? 0
    this.gram = Array.from({ length: columns }, (_, i) =>
      Array.from({ length: columns }, (_, j) => matrix.reduce((sum, row) => sum + row[i] * row[j], 0)),
    )
  }

  /** Improves `weights` in place for `values`. */
  solve(values: ArrayLike<number>, weights: Float64Array): void {
    const count = this.gram.length
    const b = new Float64Array(count)
    for (let j = 0; j < count; j++) for (let r = 0; r < this.matrix.length; r++) b[j] += this.matrix[r][j] * values[r]
    for (let sweep = 0; sweep < this.sweeps; sweep++) {
      for (let j = 0; j < count; j++) {
        const row = this.gram[j]
        if (row[j] <= 1e-9) continue
        let gradient = b[j] - this.ridge * weights[j]
        for (let k = 0; k < count; k++) gradient -= row[k] * weights[k]
        weights[j] = Math.min(Math.max(weights[j] + gradient / (row[j] + this.ridge), 0), 1)
      }
    }
  }
}

const ownName = (name: string): string => name.slice(name.lastIndexOf('.') + 1)
const plain = (name: string): string => name.toLowerCase().replace(/[_\- ]/g, '')

/** Index of the mesh name that a profile's target means, or -1. */
export function findTarget(target: string, names: readonly string[]): number {
  let found = names.indexOf(target)
  if (found < 0) found = names.findIndex((name) => ownName(name) === target)
  if (found < 0) found = names.findIndex((name) => plain(ownName(name)) === plain(target))
  return found
}

/** The preset that fits a mesh's names best, or null. */
export function detectProfile(profiles: readonly Profile[], names: readonly string[]): Profile | null {
  const known = new Set([...names, ...names.map(ownName)])
  let best: Profile | null = null
  let most = 0
  for (const profile of profiles) {
    if (profile.markers?.length && !profile.markers.some((m) => known.has(m))) continue
    const entries = profile.detect?.length
      ? profile.detect.map((name) => [name])
      : [...(profile.basis ?? []), ...(profile.channels ?? [])].map((entry) => entry.targets)
    const score = entries.filter((targets) => targets.some((t) => known.has(t))).length / (entries.length || 1)
    if (score > most) [best, most] = [profile, score]
  }
  return most >= 0.5 ? best : null
}

function curveAt(points: [number, number][], x: number): number {
  if (x <= points[0][0]) return points[0][1]
  for (let i = 1; i < points.length; i++) {
    const [x0, y0] = points[i - 1]
    const [x1, y1] = points[i]
    if (x <= x1) return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
  }
  return points[points.length - 1][1]
}

/** Drives the blendshapes `names` of one mesh by a profile. */
export class ProfileMapper {
  readonly profile: Profile
  private readonly channels: { entry: ChannelEntry; weight: number; found: number[] }[]
  private readonly basis: { found: number[] }[]
  private readonly rest: number[]
  private readonly rows: number[]
  private readonly solver: RetargetSolver | null
  private readonly warm: Float64Array
  private readonly most: Float64Array
  private readonly values: Float64Array

  constructor(profile: Profile, names: readonly string[]) {
    this.profile = profile
    const find = (targets: string[]): number[] =>
      [...new Set(targets.map((t) => findTarget(t, names)).filter((i) => i >= 0))]
    this.channels = (profile.channels ?? []).map((entry) => ({
      entry: { ...entry, curve: entry.curve && [...entry.curve].sort((p, q) => p[0] - q[0]) },
      weight: ARKIT_INDEX[entry.channel],
      found: find(entry.targets),
    }))
    const basis = profile.basis ?? []
    this.basis = basis.map((entry) => ({ found: find(entry.targets) }))
    this.rest = find(profile.rest ?? [])
    const named = new Set(basis.flatMap((entry) => Object.keys(entry.weights)))
    this.rows = ARKIT_NAMES.map((_, i) => i).filter((i) => named.has(ARKIT_NAMES[i]))
    const matrix = this.rows.map((r) => basis.map((entry) => entry.weights[ARKIT_NAMES[r]] ?? 0))
    this.solver = basis.length ? new RetargetSolver(matrix, profile.ridge ?? 0, profile.sweeps ?? 1) : null
    this.warm = new Float64Array(basis.length)
    this.values = new Float64Array(names.length)
    this.most = new Float64Array(names.length)
    for (const { entry, found } of this.channels) {
      for (const i of found) this.most[i] = Math.max(this.most[i], entry.clamp?.[1] ?? 1)
    }
    for (let i = 0; i < names.length; i++) if (!this.most[i]) this.most[i] = 1
  }

  /** The blendshape values for ARKit weights; the array is used again by the next call. */
  map(weights: ArrayLike<number>): Float64Array {
    this.values.fill(0)
    if (this.solver) {
      this.solver.solve(this.rows.map((r) => weights[r]), this.warm)
      let sum = 0
      this.basis.forEach(({ found }, b) => {
        sum += this.warm[b]
        for (const i of found) this.values[i] += this.warm[b]
      })
      for (const i of this.rest) this.values[i] += Math.min(Math.max(1 - sum, 0), 1)
    }
    for (const { entry, weight, found } of this.channels) {
      let y = weights[weight]
      if (entry.curve?.length) y = curveAt(entry.curve, y)
      const [low, high] = entry.clamp ?? [0, 1]
      y = Math.min(Math.max((entry.gain ?? 1) * y + (entry.offset ?? 0), low), high)
      for (const i of found) this.values[i] += y
    }
    for (let i = 0; i < this.values.length; i++) {
      this.values[i] = Math.min(Math.max(this.values[i], 0), this.most[i])
    }
    return this.values
  }
}
