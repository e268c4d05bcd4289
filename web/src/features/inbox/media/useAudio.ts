import { computed, onScopeDispose, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { beSoleSound } from './beSoleSound.ts'

const SPEEDS = [1, 1.5, 2] as const

/** Whoever listens faster listens to all of them faster. */
const speed = ref<number>(SPEEDS[0])

interface AudioUse {
  readonly isPlaying: Readonly<Ref<boolean>>
  readonly hasFailed: Readonly<Ref<boolean>>
  /** Seconds. */
  readonly at: Readonly<Ref<number>>
  /** Seconds; 0 while unknown. */
  readonly duration: ComputedRef<number>
  readonly speed: Readonly<Ref<number>>
  toggle(): void
  seek(to: number): void
  nextSpeed(): void
}

/** What an element tells of itself. */
function follow(element: HTMLMediaElement) {
  const isPlaying = ref(false)
  const hasFailed = ref(false)
  const at = ref(0)
  const told = ref(0)
  const on = (type: string, react: () => void) => {
    element.addEventListener(type, react)
  }
  on('play', () => {
    beSoleSound(element)
    isPlaying.value = true
  })
  on('pause', () => (isPlaying.value = false))
  on('timeupdate', () => (at.value = element.currentTime))
  on('durationchange', () => (told.value = element.duration || 0))
  on('ended', () => (at.value = 0))
  // Taking a source away is told as an error too.
  on('error', () => (hasFailed.value = element.hasAttribute('src')))
  const duration = computed(() => (Number.isFinite(told.value) ? told.value : 0))
  return { isPlaying, hasFailed, at, duration }
}

function nextSpeed(): void {
  const next = SPEEDS.findIndex((each) => each === speed.value) + 1
  speed.value = SPEEDS[next] ?? SPEEDS[0]
}

/** One sound that can be played; its address may come later than the wish to hear it. */
export function useAudio(url: () => string | undefined): AudioUse {
  const element = new Audio()
  const told = follow(element)
  const { isPlaying, at, duration } = told

  function setSpeed() {
    element.defaultPlaybackRate = speed.value
    element.playbackRate = speed.value
  }
  function load(address: string | undefined) {
    if (address === undefined) return
    element.src = address
    element.load()
  }
  watch(url, load, { immediate: true })
  watch([speed, isPlaying], setSpeed, { immediate: true })
  onScopeDispose(() => {
    element.pause()
    element.removeAttribute('src')
  })

  return {
    ...told,
    speed,
    nextSpeed,
    toggle() {
      if (isPlaying.value) element.pause()
      else void element.play().catch(() => (isPlaying.value = false))
    },
    seek(to) {
      at.value = Math.max(0, Math.min(to, duration.value || to))
      element.currentTime = at.value
    },
  }
}
