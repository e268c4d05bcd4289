import { afterEach, describe, expect, it, vi } from 'vitest'
import { askForPush, pushPermission } from '#web/features/account/pushPermission.ts'

function browserThatSays(permission: NotificationPermission, answer = permission) {
  const browser = {
    permission,
    requestPermission: vi.fn(() => Promise.resolve((browser.permission = answer))),
  }
  vi.stubGlobal('Notification', browser)
  return browser
}

describe('leave to notify', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('is asked for once', async () => {
    const { requestPermission } = browserThatSays('default', 'granted')
    expect([await askForPush(), await askForPush()]).toEqual(['granted', 'granted'])
    expect(requestPermission).toHaveBeenCalledTimes(1)
  })

  it('is not asked for where it was refused', async () => {
    const { requestPermission } = browserThatSays('denied')
    expect(await askForPush()).toBe('denied')
    expect(requestPermission).not.toHaveBeenCalled()
  })

  it('is unknown to some browsers', async () => {
    vi.stubGlobal('Notification', undefined)
    Reflect.deleteProperty(globalThis, 'Notification')
    expect([pushPermission(), await askForPush()]).toEqual(['unsupported', 'unsupported'])
  })
})
