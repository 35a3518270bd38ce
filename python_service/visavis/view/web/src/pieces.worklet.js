// Runs in the audio thread: hands the microphone's sound over in pieces of 50 ms.

const PIECE_S = 0.05

registerProcessor(
  'pieces',
  class extends AudioWorkletProcessor {
    kept = []
    count = 0

    process(inputs) {
      const sound = inputs[0][0]
      if (sound) {
        this.kept.push(sound.slice())
        this.count += sound.length
      }
      if (this.count >= sampleRate * PIECE_S) {
        const piece = new Float32Array(this.count)
        let at = 0
        for (const part of this.kept) {
          piece.set(part, at)
          at += part.length
        }
        this.kept = []
        this.count = 0
        this.port.postMessage(piece, [piece.buffer])
      }
      return true
    }
  },
)
