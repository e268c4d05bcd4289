/** What its script puts on the page, see https://yandex.cloud/en/docs/smartcaptcha/concepts/widget-methods */
export interface SmartCaptchaApi {
  render(
    place: HTMLElement,
    settings: { readonly sitekey: string; readonly invisible: boolean; readonly hl: string },
  ): number
  subscribe(widgetId: number, event: string, listener: (token?: string) => void): void
  execute(widgetId: number): void
  destroy(widgetId: number): void
}

declare global {
  var smartCaptcha: SmartCaptchaApi | undefined
  var onSmartCaptchaReady: (() => void) | undefined
}

/** The one script that is not ours. It is asked for only where the server was told to use it. */
const SCRIPT = 'https://smartcaptcha.yandexcloud.net/captcha.js?render=onload&onload=onSmartCaptchaReady'

/** Yandex's script, once. */
export async function loadSmartCaptcha(): Promise<SmartCaptchaApi> {
  if (!globalThis.smartCaptcha) await appendScript()
  if (!globalThis.smartCaptcha) throw new Error('SmartCaptcha has not come')
  return globalThis.smartCaptcha
}

function appendScript(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    globalThis.onSmartCaptchaReady = resolve
    script.addEventListener('error', () => {
      script.remove()
      reject(new Error('SmartCaptcha cannot be reached'))
    })
    script.src = SCRIPT
    document.head.append(script)
  })
}
