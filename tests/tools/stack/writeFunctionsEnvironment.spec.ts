import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { functionsParameters, writeSecrets } from '#tools/stack/writeFunctionsEnvironment.ts'

describe('functionsParameters', () => {
  it('puts simulators in the place of providers', () => {
    expect(functionsParameters(5200)).toMatchObject({
      PUBLIC_URL: 'http://127.0.0.1:5200',
      SMS_GATEWAY_URL: 'http://127.0.0.1:5209/sms',
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

  it('makes three keys of 32 bytes', async () => {
    await writeSecrets(root)
    expect(Object.keys(secrets())).toEqual(['CREDENTIALS_KEY', 'FILES_KEY', 'CODES_KEY'])
    expect(Object.values(secrets()).map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32])
  })

  it('keeps them ever after', async () => {
    await writeSecrets(root)
    const before = secrets()
    await writeSecrets(root)
    expect(secrets()).toEqual(before)
  })
})
