/** Samples of one frame at 48 kHz by the packet's configuration, https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
const SILK = [480, 960, 1920, 2880]
const HYBRID = [480, 960]
const CELT = [120, 240, 480, 960]

function frameSamples(configuration: number): number {
  if (configuration < 12) return SILK[configuration % 4] ?? 0
  if (configuration < 16) return HYBRID[configuration % 2] ?? 0
  return CELT[configuration % 4] ?? 0
}

/** How long an Opus packet sounds, in samples at 48 kHz: its first bytes tell. */
export function opusSamples([toc = 0, second = 0]: Uint8Array): number {
  const code = toc & 0x03
  const frames = code === 0 ? 1 : code === 3 ? second & 0x3f : 2
  return frames * frameSamples(toc >> 3)
}
