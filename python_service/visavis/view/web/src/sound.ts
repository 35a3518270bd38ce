// The sound is the clock: where it is, the picture is.

export class Sound {
  playing = false
  loop = false
  private context: AudioContext | null = null
  private buffer: AudioBuffer | null = null
  private source: AudioBufferSourceNode | null = null
  private startedAt = 0
  private from = 0
  private length = 0
  private rate = 1
  onEnd: () => void = () => {}

  /** What is played; without a buffer the page's own clock runs for `seconds`. */
  load(buffer: AudioBuffer | null, seconds: number): void {
    this.pause()
    this.buffer = buffer
    this.length = seconds
    this.from = 0
  }

  decode(data: ArrayBuffer): Promise<AudioBuffer> {
    return this.audio().decodeAudioData(data)
  }

  get seconds(): number {
    return this.length
  }

  get speed(): number {
    return this.rate
  }

  set speed(rate: number) {
    const at = this.time
    const playing = this.playing
    this.stop()
    this.rate = rate
    this.from = at
    if (playing) this.start()
  }

  /** Seconds into the sound that is heard right now. */
  get time(): number {
    if (!this.playing) return this.from
    return Math.min(this.from + (this.now() - this.startedAt) * this.rate, this.length)
  }

  async play(): Promise<void> {
    if (this.playing) return
    if (this.time >= this.length - 0.02) this.from = 0
    if (this.buffer) await Promise.race([this.audio().resume(), new Promise((done) => setTimeout(done, 300))])
    this.start()
  }

  pause(): void {
    const at = this.time
    this.stop()
    this.from = at
  }

  seek(seconds: number): void {
    const playing = this.playing
    this.stop()
    this.from = Math.min(Math.max(seconds, 0), this.length)
    if (playing) this.start()
  }

  /** To be called every frame: notices the end. */
  tick(): void {
    if (!this.playing || this.time < this.length) return
    this.stop()
    this.from = this.loop ? 0 : this.length
    if (this.loop) this.start()
    else this.onEnd()
  }

  private audio(): AudioContext {
    this.context ??= new AudioContext({ latencyHint: 'interactive' })
    return this.context
  }

  /** Seconds of what reaches the ears: the context's clock less what is still on its way to the loudspeaker. */
  private now(): number {
    const context = this.context
    if (!this.buffer || !context || context.state !== 'running') return performance.now() / 1000
    return context.currentTime - (context.outputLatency || context.baseLatency || 0)
  }

  private start(): void {
    this.playing = true
    if (this.buffer && this.audio().state === 'running') {
      const source = this.audio().createBufferSource()
      source.buffer = this.buffer
      source.playbackRate.value = this.rate
      this.spread(source).connect(this.audio().destination)
      source.start(0, this.from)
      this.source = source
    }
    this.startedAt = this.now() + (this.source ? (this.context!.outputLatency || this.context!.baseLatency || 0) : 0)
  }

  /** Two tracks are heard a little to either side, not each in one ear alone. */
  private spread(source: AudioBufferSourceNode): AudioNode {
    if (this.buffer!.numberOfChannels !== 2) return source
    const context = this.audio()
    const split = context.createChannelSplitter(2)
    source.connect(split)
    const merge = context.createGain()
    ;[-0.35, 0.35].forEach((pan, channel) => {
      const panner = new StereoPannerNode(context, { pan, channelCount: 1, channelCountMode: 'explicit' })
      split.connect(panner, channel)
      panner.connect(merge)
    })
    return merge
  }

  private stop(): void {
    this.playing = false
    if (this.source) {
      this.source.stop()
      this.source.disconnect()
      this.source = null
    }
  }
}
