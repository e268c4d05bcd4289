import 'altcha/external'
import { DomainError } from '#shared/domain/DomainError.ts'
import Pbkdf2Worker from 'altcha/workers/pbkdf2?worker'

globalThis.$altcha.algorithms.set('PBKDF2/SHA-256', () => new Pbkdf2Worker())
globalThis.$altcha.defaults.set({ display: 'invisible', humanInteractionSignature: false, minDuration: 0 })

/** Works off one challenge of ALTCHA, all in this browser. Its widget does the sums; the box one sees is ours. */
export async function solveAltcha(challenge: string): Promise<string> {
  const widget = document.createElement('altcha-widget')
  widget.hidden = true
  widget.setAttribute('challenge', challenge)
  const loaded = new Promise((resolve) => widget.addEventListener('load', resolve, { once: true }))
  document.body.append(widget)
  try {
    await loaded
    const result = await widget.verify()
    if (!result?.payload) throw new DomainError('captchaRefused')
    return result.payload
  } finally {
    widget.remove()
  }
}
