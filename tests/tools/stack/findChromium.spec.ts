import { describe, expect, it } from 'vitest'
import { findChromium, type Host } from '#tools/stack/findChromium.ts'

interface Machine {
  readonly files: readonly string[]
  readonly named?: string
  readonly isRoot?: boolean
  /** What apt-get ends with, and what it leaves behind. */
  readonly aptGet?: (args: readonly string[]) => { code: number; file?: string }
}

function hostOf({ files, named, isRoot = true, aptGet }: Machine): { host: Host; ran: string[] } {
  const there = new Set(files)
  const ran: string[] = []
  const host: Host = {
    named,
    isRoot,
    exists: (path) => there.has(path),
    aptGet(args) {
      ran.push(args.join(' '))
      const { code, file } = aptGet?.(args) ?? { code: 100 }
      if (file) there.add(file)
      return code
    },
  }
  return { host, ran }
}

const APT = '/usr/bin/apt-get'
const installs = (args: readonly string[]) =>
  args[0] === 'install' ? { code: 0, file: '/usr/bin/chromium' } : { code: 0 }

describe('findChromium', () => {
  it('believes the environment', () => {
    const { host } = hostOf({ files: ['/opt/chromium', '/usr/bin/chromium'], named: '/opt/chromium' })
    expect(findChromium(host)).toBe('/opt/chromium')
  })

  it('looks for no other one when the environment errs', () => {
    const { host } = hostOf({ files: ['/usr/bin/chromium', APT], named: '/nowhere' })
    expect(() => findChromium(host)).toThrow(/There is no Chromium at \/nowhere/)
  })

  it('takes one that is installed, and installs none', () => {
    const { host, ran } = hostOf({ files: ['/usr/bin/google-chrome', APT] })
    expect(findChromium(host)).toBe('/usr/bin/google-chrome')
    expect(ran).toEqual([])
  })

  it('installs it as root', () => {
    const { host, ran } = hostOf({ files: [APT], aptGet: installs })
    expect(findChromium(host)).toBe('/usr/bin/chromium')
    expect(ran).toEqual(['update', 'install -y --no-install-recommends chromium'])
  })

  it.each([
    ['anybody else', { files: [APT], isRoot: false }],
    ['a machine without apt-get', { files: [] }],
  ])('tells %s how to get it', (_who, machine) => {
    const { host, ran } = hostOf(machine)
    expect(() => findChromium(host)).toThrow(/install it .* or say where it is with CHROMIUM_PATH/)
    expect(ran).toEqual([])
  })

  it('says which step failed', () => {
    const { host } = hostOf({ files: [APT], aptGet: () => ({ code: 100 }) })
    expect(() => findChromium(host)).toThrow(/^apt-get update failed/)
  })

  it('says so when it is not where it should be by then', () => {
    const { host } = hostOf({ files: [APT], aptGet: () => ({ code: 0 }) })
    expect(() => findChromium(host)).toThrow(/There is no Chromium at \/usr\/bin\/chromium/)
  })
})
