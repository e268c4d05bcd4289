import { describe, expect, it, vi } from 'vitest'
import { useCaptcha } from '#web/features/auth/useCaptcha.ts'
import type { CaptchaSolvers } from '#web/features/auth/useCaptcha.ts'

function altcha(
  solve: (challenge: string) => Promise<string> = (given) => Promise.resolve(`solved ${given}`),
) {
  let posed = 0
  return useCaptcha({
    createCaptcha: () => Promise.resolve({ kind: 'altcha', challenge: String(++posed) }),
    solveAltcha: solve,
    solveSmartCaptcha: () => Promise.reject(new Error('not this one')),
  })
}

function smartCaptcha(solveSmartCaptcha: CaptchaSolvers['solveSmartCaptcha']) {
  return useCaptcha({
    createCaptcha: () => Promise.resolve({ kind: 'smartcaptcha', siteKey: 'site' }),
    solveAltcha: () => Promise.reject(new Error('not this one')),
    solveSmartCaptcha,
  })
}

describe('the check by ALTCHA', () => {
  it('begins by itself and says how it went', async () => {
    const captcha = altcha()
    expect(captcha.state.value).toBe('idle')
    captcha.prepare()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('passed')
    })
    expect(await captcha.take()).toBe('solved 1')
  })

  it('hands a solution over once', async () => {
    const captcha = altcha()
    captcha.prepare()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('passed')
    })
    captcha.prepare()
    expect([await captcha.take(), await captcha.take()]).toEqual(['solved 1', 'solved 2'])
  })

  it('is waited for when the code is asked for meanwhile', async () => {
    let finish: (solution: string) => void = () => undefined
    const captcha = altcha(() => new Promise((resolve) => (finish = resolve)))
    captcha.check()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('checking')
    })
    const taken = captcha.take()
    await Promise.resolve()
    finish('late')
    expect(await taken).toBe('late')
  })

  it('is begun anew after it failed', async () => {
    const answers = [Promise.reject(new Error('no worker')), Promise.resolve('at last')]
    const captcha = altcha(() => answers.shift() ?? Promise.reject(new Error('no more')))
    captcha.check()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('failed')
    })
    expect(await captcha.take()).toBe('at last')
    expect(captcha.state.value).toBe('passed')
  })

  it('says nothing of a server that is away until the code is asked for', async () => {
    const captcha = useCaptcha({
      createCaptcha: () => Promise.reject(new Error('offline')),
      solveAltcha: () => Promise.resolve(''),
      solveSmartCaptcha: () => Promise.resolve(''),
    })
    captcha.prepare()
    await Promise.resolve()
    expect(captcha.state.value).toBe('idle')
    await expect(captcha.take()).rejects.toThrow('offline')
    expect(captcha.state.value).toBe('failed')
  })
})

describe('the check by SmartCaptcha', () => {
  it('waits for the visitor, for it may ask him something', async () => {
    const solve = vi.fn((siteKey: string) => Promise.resolve(`token of ${siteKey}`))
    const captcha = smartCaptcha(solve)
    captcha.prepare()
    await Promise.resolve()
    await Promise.resolve()
    expect(solve).not.toHaveBeenCalled()
    expect(captcha.state.value).toBe('idle')
    expect(await captcha.take()).toBe('token of site')
  })

  it('that was spent on a code that was refused does not look passed any longer', async () => {
    const captcha = smartCaptcha(() => Promise.resolve('token'))
    await captcha.take()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('passed')
    })
    captcha.prepare()
    await vi.waitFor(() => {
      expect(captcha.state.value).toBe('idle')
    })
  })
})
