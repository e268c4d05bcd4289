import { onScopeDispose, ref, watch } from 'vue'
import type { Ref } from 'vue'

/** How loud it is now, 0 to 1; followed frame by frame while there is something to hear. */
export function useLoudness(stream: () => MediaStream | undefined): Readonly<Ref<number>> {
  const loudness = ref(0)
  let stop: () => void = () => undefined

  watch(stream, (heard) => {
    stop()
    stop = heard ? follow(heard, (level) => (loudness.value = level)) : () => undefined
  })
  onScopeDispose(() => {
    stop()
  })
  return loudness
}

/** Speech rarely fills a quarter of the scale. */
const GAIN = 4

function follow(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  let frame = 0

  function measure() {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    tell(Math.min(1, Math.sqrt(power) * GAIN))
    frame = requestAnimationFrame(measure)
  }
  measure()
  return () => {
    cancelAnimationFrame(frame)
    void context.close()
  }
}
