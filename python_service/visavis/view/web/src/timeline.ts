// The timeline: both voices, who speaks, what happened; drag to scrub.

import { BOTH, COLUMN, COLUMNS, type Take, type Who } from './take.ts'

const COLOUR: Record<Who, string> = { a: '#f0a060', b: '#68b0ec' }
const MARK: Record<string, string> = { turn_began: '▸', turn_ended: '', overlap_began: '×', backchannel: '•' }
const NAME: Record<string, string> = {
  turn_began: 'begins to speak', turn_ended: 'stops', overlap_began: 'speaks at the same time', backchannel: 'agrees',
}

export class Timeline {
  onSeek: (seconds: number) => void = () => {}
  private readonly canvas: HTMLCanvasElement
  private readonly label: HTMLElement
  private take: Take | null = null
  private peaks: Record<Who, Float32Array> | null = null
  private still: HTMLCanvasElement | null = null
  private drawnFrames = -1

  constructor(canvas: HTMLCanvasElement, label: HTMLElement) {
    this.canvas = canvas
    this.label = label
    const seek = (event: PointerEvent): void => {
      const box = canvas.getBoundingClientRect()
      this.onSeek((Math.min(Math.max(event.clientX - box.left, 0), box.width) / box.width) * this.seconds)
    }
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId)
      seek(event)
    })
    canvas.addEventListener('pointermove', (event) => {
      if (event.buttons & 1) seek(event)
      this.hover(event)
    })
    new ResizeObserver(() => (this.still = null)).observe(canvas)
  }

  private get seconds(): number {
    return this.take?.seconds || 1
  }

  show(take: Take | null, buffer: AudioBuffer | null): void {
    this.take = take
    this.peaks = take && buffer ? peaksOf(take, buffer) : null
    this.still = null
    this.canvas.setAttribute('aria-valuemax', this.seconds.toFixed(1))
  }

  /** Draws it with the playhead at `time`. */
  draw(time: number): void {
    const ratio = Math.min(window.devicePixelRatio || 1, 2)
    const width = Math.round(this.canvas.clientWidth * ratio)
    const height = Math.round(this.canvas.clientHeight * ratio)
    if (!width || !height) return
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width
      this.canvas.height = height
      this.still = null
    }
    if (!this.still || (this.take && this.take.frames !== this.drawnFrames)) this.still = this.background(width, height, ratio)
    const pen = this.canvas.getContext('2d')!
    pen.clearRect(0, 0, width, height)
    pen.drawImage(this.still, 0, 0)
    if (!this.take) return
    const x = (time / this.seconds) * width
    pen.fillStyle = 'rgba(255,255,255,0.08)'
    pen.fillRect(0, 0, x, height)
    pen.fillStyle = '#fff'
    pen.fillRect(Math.round(x) - ratio * 0.75, 0, ratio * 1.5, height)
  }

  private background(width: number, height: number, ratio: number): HTMLCanvasElement {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')!
    const take = this.take
    if (!take) return canvas
    this.drawnFrames = take.frames
    const lane = height / 2
    BOTH.forEach((who, i) => {
      const top = i * lane
      const middle = top + lane * 0.44
      const rows = take.rows[who]
      pen.fillStyle = COLOUR[who]
      for (let x = 0; x < width; x++) {
        const time = ((x + 0.5) / width) * take.seconds
        const frame = Math.min(Math.floor(time * take.fps), take.frames - 1)
        const talks = frame >= 0 ? rows[frame * COLUMNS + COLUMN.speaking[0]] : 0
        if (this.peaks) {
          const peaks = this.peaks[who]
          const from = Math.floor((x / width) * peaks.length)
          const to = Math.max(from + 1, Math.floor(((x + 1) / width) * peaks.length))
          let most = 0
          for (let k = from; k < to && k < peaks.length; k++) most = Math.max(most, peaks[k])
          const tall = Math.max(most * lane * 0.8, ratio * 0.5)
          pen.globalAlpha = 0.35 + 0.6 * Math.min(1, talks)
          pen.fillRect(x, middle - tall / 2, 1, tall)
        }
        pen.globalAlpha = Math.min(1, talks)
        if (talks > 0.05) pen.fillRect(x, top + lane * 0.87, 1, lane * 0.09)
      }
      pen.globalAlpha = 1
      pen.font = `600 ${11 * ratio}px system-ui, sans-serif`
      pen.fillStyle = '#fff'
      pen.fillText(who.toUpperCase(), 6 * ratio, top + 14 * ratio)
      pen.fillStyle = COLOUR[who]
      pen.font = `${10 * ratio}px system-ui, sans-serif`
      for (const event of take.about.events) {
        const mark = MARK[event.kind] ?? '·'
        if (event.person === who && mark) pen.fillText(mark, (event.time / take.seconds) * width, top + lane * 0.82)
      }
    })
    pen.fillStyle = 'rgba(255,255,255,0.14)'
    pen.fillRect(0, Math.round(lane), width, 1)
    return canvas
  }

  private hover(event: PointerEvent): void {
    const take = this.take
    if (!take) return
    const box = this.canvas.getBoundingClientRect()
    const time = ((event.clientX - box.left) / box.width) * take.seconds
    const who: Who = event.clientY - box.top < box.height / 2 ? 'a' : 'b'
    const near = take.about.events
      .filter((e) => e.person === who && Math.abs(e.time - time) < (8 / box.width) * take.seconds)
      .sort((p, q) => Math.abs(p.time - time) - Math.abs(q.time - time))[0]
    this.label.textContent = near ? `${who.toUpperCase()} ${NAME[near.kind] ?? near.kind} at ${near.time.toFixed(2)} s` : ''
  }
}

/** Loudness of each voice over time, in [0, 1]. A mixed track is shared out by who is held to be speaking. */
function peaksOf(take: Take, buffer: AudioBuffer): Record<Who, Float32Array> {
  const count = Math.max(1, Math.round(buffer.duration * 100))
  const step = buffer.length / count
  const measure = (samples: Float32Array): Float32Array => {
    const out = new Float32Array(count)
    for (let i = 0; i < count; i++) {
      let most = 0
      for (let k = Math.floor(i * step); k < Math.min((i + 1) * step, samples.length); k += 2) {
        const value = Math.abs(samples[k])
        if (value > most) most = value
      }
      out[i] = most
    }
    const top = out.reduce((m, v) => Math.max(m, v), 1e-3)
    return out.map((v) => Math.sqrt(v / top))
  }
  if (buffer.numberOfChannels === 2) {
    return { a: measure(buffer.getChannelData(0)), b: measure(buffer.getChannelData(1)) }
  }
  const mixed = measure(buffer.getChannelData(0))
  const share = (who: Who): Float32Array =>
    mixed.map((value, i) => {
      const frame = Math.min(Math.floor((i / 100) * take.fps), take.frames - 1)
      return value * Math.max(0.04, take.rows[who][frame * COLUMNS + COLUMN.speaking[0]])
    })
  return { a: share('a'), b: share('b') }
}
