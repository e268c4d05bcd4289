import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { functionsParameters, writeSecrets } from '#tools/stack/writeFunctionsEnvironment.ts'

describe('functionsParameters', () => {
  it('puts simulators in the place of providers', () => {
    expect(functionsParameters(5200)).toMatchObject({
      PUBLIC_URL: 'http://127.0.0.1:5200',
      SMSRU_URL: 'http://127.0.0.1:5209/smsru',
      SMSC_URL: 'http://127.0.0.1:5209/smsc',
      SMARTCAPTCHA_URL: 'http://127.0.0.1:5209/smartcaptcha',
      PROVIDER_URL_TELEGRAM: 'http://127.0.0.1:5209/telegram',
    })
  })

  it('names no provider for the widget, which has none', () => {
    expect(functionsParameters(5200)).not.toHaveProperty('PROVIDER_URL_WIDGET')
  })
})

describe('writeSecrets', () => {
  let root = ''
  const secrets = (): Record<string, string> =>
    Object.fromEntries(
      readFileSync(join(root, 'functions/.secret.local'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'pact-secrets-'))
    mkdirSync(join(root, 'functions'))
  })

  afterEach(() => rmSync(root, { recursive: true }))

  it('makes keys of 32 bytes, and names the simulated gateways', async () => {
    await writeSecrets(root)
    const { SMS_GATEWAYS, SMARTCAPTCHA_SECRET, ...keys } = secrets()
    expect(Object.keys(keys)).toEqual(['CREDENTIALS_KEY', 'FILES_KEY', 'CODES_KEY', 'SMTP_PASSWORD'])
    expect(Object.values(keys).map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32, 32])
    expect({ SMS_GATEWAYS, SMARTCAPTCHA_SECRET }).toEqual({
      SMS_GATEWAYS: 'smsru:local,smsc:local',
      SMARTCAPTCHA_SECRET: 'local',
    })
  })

  it('adds what an older file lacks', async () => {
    writeFileSync(join(root, 'functions/.secret.local'), 'CODES_KEY=old\n')
    await writeSecrets(root)
    expect(secrets()).toMatchObject({ CODES_KEY: 'old', SMS_GATEWAYS: 'smsru:local,smsc:local' })
  })

  it('keeps them ever after', async () => {
    await writeSecrets(root)
    const before = secrets()
    await writeSecrets(root)
    expect(secrets()).toEqual(before)
  })
})
