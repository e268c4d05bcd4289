import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '#tools/stack/layout.ts'
import { localConfig, reachingEmulators } from '#tools/stack/writeFirebaseConfig.ts'

const CONFIG = {
  firestore: { rules: 'firestore.rules' },
  functions: [{ source: 'functions' }],
  emulators: { ui: { enabled: false } },
}

const local = localConfig(CONFIG, {
  base: 5200,
  firestore: 'firestoreBehindProxy',
  functionsEnvironment: join(ROOT, '.pact/5200/functions'),
})

describe('localConfig', () => {
  it('keeps engines and rules as they are deployed', () => {
    expect(local).toMatchObject({ firestore: CONFIG.firestore, emulators: CONFIG.emulators })
  })

  it('counts the ports from the base', () => {
    expect(local.emulators).toMatchObject({
      hosting: { host: '127.0.0.1', port: 5200 },
      functions: { port: 5203 },
    })
  })

  it('leaves the place of Firestore to the proxy', () => {
    expect(local.emulators).toMatchObject({ firestore: { port: 5212, websocketPort: 5210 } })
  })

  it('gives the functions the parameters of this stack', () => {
    expect(local.functions).toEqual([{ source: 'functions', configDir: '.pact/5200/functions' }])
  })
})

describe('reachingEmulators', () => {
  it('opens the page to this machine and to nothing else', () => {
    const deployed = '{ "value": "default-src \'self\'; connect-src \'self\' https://*.googleapis.com" }'
    expect(reachingEmulators(deployed)).toBe(
      deployed.replace(
        "connect-src 'self'",
        "connect-src 'self' http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
      ),
    )
  })
})
