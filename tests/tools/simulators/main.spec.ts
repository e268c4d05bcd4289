import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { request } from 'node:http'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'

vi.setConfig({ testTimeout: 20_000 })

/** Far from what the other specs draw their ports from. */
const BASE_PORT = 31_000
const children: ChildProcessByStdio<Writable, Readable, null>[] = []

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

async function started(): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  const child = spawn(process.execPath, ['tools/simulators/main.ts'], {
    env: { ...process.env, BASE_PORT: String(BASE_PORT) },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: BASE_PORT + 9, path: '/sms/messages', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the simulators as a process', () => {
  it('end when whoever started them is gone', async () => {
    const child = await started()
    const ended = once(child, 'exit')

    child.stdin.end()

    expect(await ended).toEqual([0, null])
  })

  it('serve the page, and only under the names of this machine', async () => {
    await started()

    const page = await fetch(`http://127.0.0.1:${BASE_PORT + 9}/`)
    expect(await page.text()).toContain('<!doctype html>')
    const tokens = await fetch(`http://127.0.0.1:${BASE_PORT + 9}/tokens.css`)
    expect(await tokens.text()).toContain("[data-theme='dark']")
    expect(await statusFor({ host: `127.0.0.1:${BASE_PORT + 9}` })).toBe(200)
    expect(await statusFor({ host: 'evil.example' })).toBe(403)
    expect(await statusFor({ host: `127.0.0.1:${BASE_PORT + 9}`, origin: 'https://evil.example' })).toBe(403)
  })
})
