import { SECOND_MS } from '#shared/domain/time.ts'

/** Nobody waits longer for a video to tell how large it is. */
const TIMEOUT_MS = 3 * SECOND_MS

type Measures = Partial<Record<'width' | 'height', number>>

/** How large a video's picture is; nothing where this browser cannot read it. */
export async function measureVideo(file: Blob): Promise<Measures> {
  const url = URL.createObjectURL(file)
  const video = document.createElement('video')
  try {
    await new Promise((resolve) => {
      video.addEventListener('loadedmetadata', resolve, { once: true })
      video.addEventListener('error', resolve, { once: true })
      setTimeout(resolve, TIMEOUT_MS)
      video.preload = 'metadata'
      video.src = url
    })
    const { videoWidth: width, videoHeight: height } = video
    return width && height ? { width, height } : {}
  } finally {
    video.removeAttribute('src')
    URL.revokeObjectURL(url)
  }
}
