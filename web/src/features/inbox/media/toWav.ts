const HEADER_SIZE = 44
const BYTES_PER_SAMPLE = 2

/** One channel of sound as a file every browser plays: 16 bits a sample. */
export function toWav(samples: Float32Array, sampleRate: number): Blob {
  const size = samples.length * BYTES_PER_SAMPLE
  const view = new DataView(new ArrayBuffer(HEADER_SIZE + size))
  writeHeader(view, size, sampleRate)
  samples.forEach((sample, at) => {
    const held = Math.max(-1, Math.min(1, sample))
    view.setInt16(HEADER_SIZE + at * BYTES_PER_SAMPLE, Math.round(held * 0x7fff), true)
  })
  return new Blob([view.buffer], { type: 'audio/wav' })
}

function writeHeader(view: DataView, size: number, sampleRate: number): void {
  writeText(view, 0, 'RIFF')
  view.setUint32(4, HEADER_SIZE - 8 + size, true)
  writeText(view, 8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, sampleRate, true)
  view.setUint32(28, sampleRate * BYTES_PER_SAMPLE, true)
  view.setUint16(32, BYTES_PER_SAMPLE, true)
  view.setUint16(34, BYTES_PER_SAMPLE * 8, true)
  writeText(view, 36, 'data')
  view.setUint32(40, size, true)
}

function writeText(view: DataView, at: number, text: string): void {
  new TextEncoder().encode(text).forEach((byte, offset) => {
    view.setUint8(at + offset, byte)
  })
}
