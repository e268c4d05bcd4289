import { writeOggOpus } from './writeOggOpus.ts'
import { readWebmOpus } from './webmOpus.ts'

/** What a messenger takes as it is, what can be turned into it, what the old Safari alone makes. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

/** Speech needs no more; a quarter of an hour is 3.6 MB. */
const BITS_PER_SECOND = 32_000

export interface VoiceRecording {
  /** What the microphone hears, for a meter. */
  readonly stream: MediaStream
  /** Gives what was said, as messengers take it, and lets the microphone go. */
  stop(): Promise<Blob>
  /** Forgets what was said, and lets the microphone go. */
  cancel(): void
}

/** Asks for the microphone and begins. Rejects with what `getUserMedia` says, or NotSupportedError. */
export async function recordVoice(): Promise<VoiceRecording> {
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
  if (!mimeType) throw new DOMException('no recorder', 'NotSupportedError')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND })
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start()

  function release() {
    for (const track of stream.getTracks()) track.stop()
  }
  return {
    stream,
    async stop() {
      const stopped = new Promise((resolve) => {
        recorder.addEventListener('stop', resolve, { once: true })
      })
      recorder.stop()
      await stopped
      release()
      return asVoiceNote(new Blob(parts, { type: mimeType }))
    },
    cancel() {
      if (recorder.state !== 'inactive') recorder.stop()
      release()
    },
  }
}

/** Chromium wraps Opus in WebM, which no messenger plays as a voice note: the same sound goes into Ogg. */
async function asVoiceNote(recorded: Blob): Promise<Blob> {
  const type = recorded.type.split(';')[0] ?? ''
  if (type !== 'audio/webm') return new Blob([recorded], { type })
  const stream = readWebmOpus(new Uint8Array(await recorded.arrayBuffer()))
  return new Blob([writeOggOpus(stream)], { type: 'audio/ogg' })
}
