/** A stream of Opus packets, in whatever it was wrapped. */
export interface OpusStream {
  /** The identification header, `OpusHead`. */
  readonly head: Uint8Array
  readonly packets: readonly Uint8Array[]
}

/** Elements of Matroska, https://www.matroska.org/technical/elements.html */
const CODEC_PRIVATE = 0x63a2
const SIMPLE_BLOCK = 0xa3
const BLOCK = 0xa1

/** Those that hold others: what is inside is read as if it stood beside them, so their sizes need not be known. */
const CONTAINERS = new Set([0x18538067, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0])

/** Track number, two bytes of time, flags. */
const BLOCK_HEADER = 4
const LACING = 0x06

/** Reads the WebM a browser records: one track of Opus, one packet a block. */
export function readWebmOpus(bytes: Uint8Array): OpusStream {
  let head: Uint8Array | undefined
  const packets: Uint8Array[] = []
  for (const { id, content } of elementsOf(bytes)) {
    if (id === CODEC_PRIVATE) head = content
    if (id === SIMPLE_BLOCK || id === BLOCK) packets.push(packetOf(content))
  }
  if (!head || new TextDecoder().decode(head.subarray(0, 8)) !== 'OpusHead')
    throw new RangeError('no Opus in it')
  return { head, packets }
}

interface Element {
  readonly id: number
  readonly content: Uint8Array
}

function* elementsOf(bytes: Uint8Array): Generator<Element> {
  let at = 0
  while (at < bytes.length) {
    const id = idAt(bytes, at)
    const size = sizeAt(bytes, at + id.length)
    const start = at + id.length + size.length
    if (CONTAINERS.has(id.value)) {
      at = start
    } else {
      // The last element may be cut off where a recording ended.
      if (start + size.value > bytes.length) return
      yield { id: id.value, content: bytes.subarray(start, start + size.value) }
      at = start + size.value
    }
  }
}

interface Read {
  readonly value: number
  readonly length: number
}

/** How many bytes a number takes: one more than there are zeros before its first bit. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const length = Math.clz32(bytes[at] ?? 0) - 24 + 1
  if (length > 8) throw new RangeError('no WebM')
  return length
}

/** An id keeps the bit that tells its length. */
function idAt(bytes: Uint8Array, at: number): Read {
  const length = lengthAt(bytes, at)
  return { value: bigEndian(bytes.subarray(at, at + length)), length }
}

function sizeAt(bytes: Uint8Array, at: number): Read {
  const length = lengthAt(bytes, at)
  return { value: bigEndian(bytes.subarray(at, at + length)) - 2 ** (7 * length), length }
}

/** No shifts: they would cut what is above 32 bits. */
function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0)
}

function packetOf(block: Uint8Array): Uint8Array {
  if (((block[BLOCK_HEADER - 1] ?? 0) & LACING) !== 0) throw new RangeError('several packets in one block')
  return block.subarray(BLOCK_HEADER)
}
