// A live conversation: the microphone is A, the frames that come back grow a take.

import * as api from './api.ts'
import { BOTH, COLUMNS, Take, type Notice, type PoseReading, type TurnEvent } from './take.ts'

const LONGEST_S = 1800
export interface LiveHooks {
  event(event: TurnEvent): void
  notice(notice: Notice): void
  pose(reading: PoseReading): void
  ended(error: Error | null): void
}

/** Samples of one message: on a machine that lags behind, what waits goes in several. */
const LARGEST = 16384

export class Live {
  readonly take: Take
  readonly id: string
  private readonly context: AudioContext
  private readonly stream: MediaStream
  private sending: Promise<unknown> = Promise.resolve()
  private waiting: Float32Array<ArrayBuffer>[] = []
  private stopped = false
  private began = 0
  private readonly hooks: LiveHooks

  private constructor(id: string, context: AudioContext, stream: MediaStream, hooks: LiveHooks) {
    this.id = id
    this.context = context
    this.stream = stream
    this.hooks = hooks
    this.take = Take.growing(30, LONGEST_S, 'live')
  }

  static async start(pose: string, seed: number, hooks: LiveHooks): Promise<Live> {
    if (!navigator.mediaDevices) throw new Error('this browser gives no microphone to this page')
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true, channelCount: 1 },
      })
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      throw new Error(
        name === 'NotAllowedError' ? 'the microphone was not allowed'
          : name === 'NotFoundError' ? 'there is no microphone' : `the microphone cannot be used: ${error}`,
      )
    }
    const context = new AudioContext()
    try {
      const rate = Math.min(context.sampleRate, 48000)
      const id = await api.openLive(rate, pose, seed)
      const live = new Live(id, context, stream, hooks)
      await live.listen()
      return live
    } catch (error) {
      stream.getTracks().forEach((track) => track.stop())
      void context.close()
      throw error
    }
  }

  /** Audio time that should be on screen: the newest frame, drawn smoothly as it comes. */
  get time(): number {
    if (!this.take.frames) return 0
    const newest = (this.take.frames - 1) / this.take.fps
    const clock = (performance.now() - this.began) / 1000
    const wanted = clock - 0.33
    if (newest - wanted > 0.35 || wanted > newest + 0.1) this.began = performance.now() - (newest + 0.25) * 1000
    return Math.max(0, Math.min(newest, wanted))
  }

  async stop(): Promise<void> {
    if (this.stopped) return
    this.stopped = true
    this.stream.getTracks().forEach((track) => track.stop())
    await this.context.close()
    await this.sending.catch(() => {})
    await api.endLive(this.id).catch(() => {})
  }

  private async listen(): Promise<void> {
    await this.context.audioWorklet.addModule(new URL('./pieces.worklet.js', import.meta.url))
    const node = new AudioWorkletNode(this.context, 'pieces', { numberOfOutputs: 0 })
    this.context.createMediaStreamSource(this.stream).connect(node)
    node.port.onmessage = ({ data }) => {
      this.waiting.push(data)
      if (this.waiting.length === 1) this.sending = this.send()
    }
    this.began = performance.now()
    void this.receive()
  }

  private async send(): Promise<void> {
    while (this.waiting.length && !this.stopped) {
      let taken = 0
      let count = 0
      while (taken < this.waiting.length && count < LARGEST) count += this.waiting[taken++].length
      const all = new Float32Array(count)
      let at = 0
      for (const piece of this.waiting.slice(0, taken)) {
        for (let i = 0; i < piece.length; i++) all[at++] = Math.min(Math.max(piece[i], -1), 1)
      }
      try {
        await api.sendLive(this.id, all)
      } catch (error) {
        await this.fail(error)
        return
      }
      this.waiting.splice(0, taken)
    }
  }

  private async receive(): Promise<void> {
    try {
      const reader = (await api.liveFrames(this.id)).body!.getReader()
      let rest: Uint8Array<ArrayBufferLike> = new Uint8Array(0)
      for (;;) {
        const { value, done } = await reader.read()
        if (done) break
        const joined = new Uint8Array(rest.length + value.length)
        joined.set(rest)
        joined.set(value, rest.length)
        rest = this.consume(joined)
      }
      this.hooks.ended(null)
    } catch (error) {
      await this.fail(error)
    }
  }

  private consume(bytes: Uint8Array): Uint8Array {
    let at = 0
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    while (bytes.length - at >= 5) {
      const length = view.getUint32(at + 1, true)
      if (bytes.length - at - 5 < length) break
      const body = bytes.slice(at + 5, at + 5 + length)
      if (bytes[at] === 0x46) this.frames(body)
      else this.message(JSON.parse(new TextDecoder().decode(body)))
      at += 5 + length
    }
    return bytes.subarray(at)
  }

  private frames(body: Uint8Array): void {
    const head = new DataView(body.buffer, body.byteOffset)
    const first = head.getUint32(0, true)
    const count = head.getUint32(4, true)
    const size = count * COLUMNS
    const [a, b] = BOTH.map((_, i) => new Float32Array(body.buffer.slice(body.byteOffset + 8 + i * size * 4), 0, size))
    this.take.append(first, count, a, b)
  }

  private message(message: { event?: TurnEvent; notice?: Notice; pose?: PoseReading }): void {
    if (message.event) {
      this.take.about.events.push(message.event)
      this.hooks.event(message.event)
    }
    if (message.notice) this.hooks.notice(message.notice)
    if (message.pose) this.hooks.pose(message.pose)
  }

  private async fail(error: unknown): Promise<void> {
    if (this.stopped) return
    await this.stop()
    this.hooks.ended(error instanceof Error ? error : new Error(String(error)))
  }
}
