// The side panel's live figures: 52 ARKit weights, or FLAME's coefficients on demand.

import * as api from './api.ts'
import { ARKIT_NAMES } from './arkit.ts'
import type { Who } from './take.ts'

interface Line { row: HTMLElement; bar: HTMLElement; value: HTMLElement; last: number }

export class Faces {
  who: Who = 'a'
  private readonly box: HTMLElement
  private lines: Line[] = []
  private flameRows: Float32Array | null = null
  private flameSize = 0
  private mode: 'arkit' | 'flame' = 'arkit'

  constructor(box: HTMLElement) {
    this.box = box
    this.build(ARKIT_NAMES)
  }

  /** ARKit weights again, as for every new take. */
  reset(): void {
    this.flameRows = null
    this.mode = 'arkit'
    this.build(ARKIT_NAMES)
  }

  async showFlame(take: string, frames: number): Promise<void> {
    this.flameRows = await api.flame(take)
    this.flameSize = this.flameRows.length / 2 / frames
    const names = Array.from({ length: this.flameSize }, (_, i) =>
      i < this.flameSize - 3 ? `expression ${i + 1}` : `jaw ${'xyz'[i - this.flameSize + 3]}`,
    )
    this.mode = 'flame'
    this.build(names)
  }

  update(row: Float32Array, frame: number): void {
    const start = this.mode === 'flame' ? ((this.who === 'b' ? this.flameRows!.length / 2 : 0) + frame * this.flameSize) : 0
    const values = this.mode === 'flame' ? this.flameRows! : row
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i]
      const value = Math.round((values[start + i] || 0) * 100) / 100
      if (value === line.last) continue
      line.last = value
      line.value.textContent = value.toFixed(2)
      const share = this.mode === 'flame' ? Math.abs(value) / 3 : value
      line.bar.style.setProperty('--share', `${Math.min(100, share * 100).toFixed(0)}%`)
    }
  }

  colour(): void {
    this.box.style.setProperty('--who', `var(--${this.who})`)
  }

  private build(names: readonly string[]): void {
    this.colour()
    this.lines = names.map((name) => {
      const row = document.createElement('div')
      row.className = 'weight'
      row.dataset.name = name
      const label = document.createElement('span')
      label.textContent = name
      const bar = document.createElement('i')
      const value = document.createElement('b')
      value.textContent = '0.00'
      row.append(label, bar, value)
      return { row, bar, value, last: 0 }
    })
    this.box.setAttribute('aria-label', this.mode === 'flame' ? 'FLAME coefficients' : 'ARKit weights')
    this.box.replaceChildren(...this.lines.map((line) => line.row))
  }
}
