import { DomainError } from '#shared/domain/DomainError.ts'
import { language } from '#web/ui/i18n.ts'
import { loadSmartCaptcha } from './loadSmartCaptcha.ts'
import type { SmartCaptchaApi } from './loadSmartCaptcha.ts'

/** Every end but `success`, see https://yandex.cloud/en/docs/smartcaptcha/concepts/widget-methods */
const FAILURES = ['challenge-hidden', 'network-error', 'javascript-error', 'token-expired'] as const

/** Lets Yandex judge the visitor; a task appears only when it doubts. */
export async function solveSmartCaptcha(
  siteKey: string,
  load: () => Promise<SmartCaptchaApi> = loadSmartCaptcha,
): Promise<string> {
  const api = await load()
  const place = document.createElement('div')
  document.body.append(place)
  const widgetId = api.render(place, { sitekey: siteKey, invisible: true, hl: language() })
  try {
    return await outcome(api, widgetId)
  } finally {
    api.destroy(widgetId)
    place.remove()
  }
}

function outcome(api: SmartCaptchaApi, widgetId: number): Promise<string> {
  return new Promise((resolve, reject) => {
    api.subscribe(widgetId, 'success', (token = '') => resolve(token))
    for (const failure of FAILURES)
      api.subscribe(widgetId, failure, () => reject(new DomainError('captchaRefused')))
    api.execute(widgetId)
  })
}
