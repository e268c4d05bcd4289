import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { http } from '#functions/platform/http.ts'
import { ProviderError } from '#shared/provider/ProviderError.ts'
import type { HttpRequest } from '#shared/provider/http.ts'
import type { Listening } from './httpServers.ts'
import { listenHttp, listenHttps, listenSilently } from './httpServers.ts'

const TOKEN = '100001:never-to-be-told'

async function refusalOf(url: string, request: Partial<HttpRequest> = {}): Promise<ProviderError> {
  try {
    await http.request({ method: 'GET', url, ...request })
  } catch (error) {
    if (error instanceof ProviderError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const codeOf = async (url: string, request: Partial<HttpRequest> = {}): Promise<string> =>
  (await refusalOf(url, request)).code

/** Providers this installation is configured with; none unless a test names one. */
function configure(url: string): void {
  process.env['PROVIDER_URL_TELEGRAM'] = url
}

beforeEach(() => {
  delete process.env['PROVIDER_URL_TELEGRAM']
  delete process.env['SMSRU_URL']
})

describe('an address inside', () => {
  let listening: Listening
  beforeAll(async () => {
    listening = await listenSilently()
  })
  afterAll(() => listening.close())

  const hosts = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    'localhost',
    'LOCALHOST',
    '127.0.0.1%2f.example.com@127.0.0.1',
    'example.com@localhost',
  ]
  const urls = hosts.flatMap((host) => [`https://${host}`, `http://${host}`])

  it.each(urls)('is never spoken to: %s', async (address) => {
    expect(await codeOf(`${address}:${String(listening.port)}/`)).toBe('forbiddenAddress')
    expect(listening.connections()).toBe(0)
  })

  it('is never spoken to, however its name is written: some resolvers know no localhost with a dot', async () => {
    const code = await codeOf(`https://localhost.:${String(listening.port)}/`)
    expect(['forbiddenAddress', 'unreachable']).toContain(code)
    expect(listening.connections()).toBe(0)
  })

  it.each([
    'https://169.254.169.254/computeMetadata/v1/',
    'https://[fd00:ec2::254]/latest/meta-data',
    'https://10.0.0.1',
    'https://192.168.1.1',
    'https://172.31.255.255',
    'https://100.64.0.1',
  ])('is refused though nobody listens here: %s', async (url) => {
    expect(await codeOf(url)).toBe('forbiddenAddress')
  })
})

describe('an address outside', () => {
  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'data:text/plain,a',
    'gopher://example.com',
  ])('is refused without https: %s', async (url) => {
    expect(await codeOf(url)).toBe('forbiddenAddress')
  })

  it.each(['', 'no address', 'https://', 'https://[fe80::1%25eth0]/', 'https://exa mple.com'])(
    'is refused when it is none: %j',
    async (url) => {
      expect(await codeOf(url)).toBe('forbiddenAddress')
    },
  )
})

describe('an origin this installation is configured with', () => {
  let provider: Listening
  let neighbour: Listening
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/redirect') response.writeHead(302, { location: neighbour.url }).end('elsewhere')
    else response.writeHead(200, { 'content-type': 'text/plain', 'x-Twice': ['a', 'b'] }).end('hello')
  }
  beforeAll(async () => {
    provider = await listenHttp(answer)
    neighbour = await listenHttp(answer)
  })
  afterAll(() => Promise.all([provider.close(), neighbour.close()]))

  it.each(['PROVIDER_URL_TELEGRAM', 'SMSRU_URL'])('named by %s answers', async (name) => {
    process.env[name] = `${provider.url}/telegram`
    const { status, body, headers } = await http.request({ method: 'GET', url: `${provider.url}/elsewhere` })
    expect([status, new TextDecoder().decode(body)]).toEqual([200, 'hello'])
    expect(headers).toMatchObject({ 'content-type': 'text/plain', 'x-twice': 'a' })
  })

  it('named by any other variable does not', async () => {
    process.env['ANY_URL'] = provider.url
    expect(await codeOf(provider.url)).toBe('forbiddenAddress')
  })

  it('opens no other port of its host, no other name of it and no other scheme', async () => {
    configure(provider.url)
    const before = [provider.connections(), neighbour.connections()]
    const others = [
      neighbour.url,
      `http://localhost:${String(provider.port)}`,
      provider.url.replace('http:', 'https:'),
    ]
    for (const url of others) expect(await codeOf(url)).toBe('forbiddenAddress')
    expect([provider.connections(), neighbour.connections()]).toEqual(before)
  })

  it('leads nowhere by a redirect: it is an answer like any other', async () => {
    configure(provider.url)
    const before = neighbour.connections()
    const { status } = await http.request({ method: 'GET', url: `${provider.url}/redirect` })
    expect(status).toBe(302)
    expect(neighbour.connections()).toBe(before)
  })

  it('written wrongly opens nothing', async () => {
    process.env['PROVIDER_URL_TELEGRAM'] = 'localhost:8080'
    process.env['SMSRU_URL'] = 'not an address'
    expect(await codeOf(provider.url)).toBe('forbiddenAddress')
    expect(await codeOf('file:///etc/passwd')).toBe('forbiddenAddress')
  })
})

describe('a request', () => {
  let echo: Listening
  beforeAll(async () => {
    echo = await listenHttp((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const { method, headers } = request
        const seen = {
          method,
          type: headers['content-type'],
          header: headers['x-own'],
          body: Buffer.concat(chunks).toString(),
        }
        response.writeHead(503).end(JSON.stringify(seen))
      })
    })
  })
  afterAll(() => echo.close())

  async function seenOf(request: Partial<HttpRequest>) {
    configure(echo.url)
    const { status, body } = await http.request({ method: 'POST', url: echo.url, ...request })
    expect(status).toBe(503)
    return JSON.parse(new TextDecoder().decode(body)) as {
      method: string
      type?: string
      header?: string
      body: string
    }
  }

  it('carries its method and headers', async () => {
    expect(await seenOf({ method: 'DELETE', headers: { 'x-own': 'a' } })).toMatchObject({
      method: 'DELETE',
      header: 'a',
      body: '',
    })
  })

  it('carries JSON', async () => {
    expect(await seenOf({ json: { text: 'Привет' } })).toMatchObject({
      type: 'application/json',
      body: '{"text":"Привет"}',
    })
  })

  it('carries a form', async () => {
    const { type, body } = await seenOf({ form: { msg: 'a&b=c', to: '+7' } })
    expect(type).toBe('application/x-www-form-urlencoded')
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ msg: 'a&b=c', to: '+7' })
  })

  it('carries fields and files', async () => {
    const file = {
      fileName: 'договор "1".pdf',
      contentType: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF'),
    }
    const { type, body } = await seenOf({
      multipart: [
        { name: 'chat_id', value: '500' },
        { name: 'document', value: file },
      ],
    })
    const form = await new Response(body, { headers: { 'content-type': type ?? '' } }).formData()
    expect(form.get('chat_id')).toBe('500')
    const sent = form.get('document')
    if (!(sent instanceof File)) throw new Error('no file came')
    expect([sent.name, sent.type, await sent.text()]).toEqual(['договор "1".pdf', 'application/pdf', '%PDF'])
  })
})

describe('a provider in trouble', () => {
  let server: Listening
  let serve: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  let isCutOff: Promise<void>

  beforeAll(async () => {
    server = await listenHttp((request, response) => {
      isCutOff = new Promise((resolve) => response.once('close', resolve))
      serve(request, response)
    })
  })
  beforeEach(() => configure(server.url))
  afterAll(() => server.close())

  it('who sends without end is cut off at the limit', async () => {
    serve = (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(1024)));
      }
      response.on('drain', more)
      more()
    }
    expect(await codeOf(server.url, { maxBytes: 100_000 })).toBe('tooLarge')
    await isCutOff
  })

  it('who sends exactly the limit is heard out', async () => {
    serve = (_request, response) => response.end('x'.repeat(1000))
    const { body } = await http.request({ method: 'GET', url: server.url, maxBytes: 1000 })
    expect(body).toHaveLength(1000)
    expect(await codeOf(server.url, { maxBytes: 999 })).toBe('tooLarge')
  })

  it('who takes the request and breaks off may have done it', async () => {
    serve = (request) => request.socket.destroy()
    expect(await codeOf(server.url, { method: 'POST', json: {} })).toBe('uncertain')
  })

  it('who breaks off within his answer may have done it', async () => {
    serve = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setImmediate(() => request.socket.destroy())
    }
    expect(await codeOf(server.url, { method: 'POST', json: {} })).toBe('uncertain')
  })

  it('who says nothing may have done it', async () => {
    serve = () => undefined
    const refusal = await refusalOf(server.url, { method: 'POST', json: {}, timeoutMs: 200 })
    expect([refusal.code, refusal.detail]).toEqual(['uncertain', 'timeout'])
  })

  it('who dribbles is given up in time', async () => {
    serve = (_request, response) => {
      response.writeHead(200)
      const dribble = setInterval(() => response.write('.'), 20)
      response.once('close', () => clearInterval(dribble))
    }
    expect(await codeOf(server.url, { timeoutMs: 300 })).toBe('uncertain')
    await isCutOff
  })
})

describe('a provider nobody reaches', () => {
  it('has certainly not done it', async () => {
    const gone = await listenHttp(() => undefined)
    await gone.close()
    configure(gone.url)
    expect(await codeOf(gone.url, { method: 'POST', json: {} })).toBe('unreachable')
  })

  it('has no name', async () => {
    expect(await codeOf('https://no-such-name.invalid/')).toBe('unreachable')
  })

  it('has a certificate nobody vouches for', async () => {
    let wasAsked = false
    const impostor = await listenHttps(() => (wasAsked = true))
    configure(impostor.url)
    expect(await codeOf(impostor.url, { method: 'POST', json: {} })).toBe('unreachable')
    expect(wasAsked).toBe(false)
    await impostor.close()
  })
})

describe('an error', () => {
  let server: Listening
  beforeAll(async () => {
    server = await listenHttp((request) => request.socket.destroy())
  })
  afterAll(() => server.close())
  afterEach(() => delete process.env['PROVIDER_URL_TELEGRAM'])

  const everything = ({ message, detail, reason, cause, stack }: ProviderError) =>
    [message, detail, reason, String(cause), stack, JSON.stringify(cause)].join('\n')

  it.each([
    ['a broken connection', () => server.url, () => configure(server.url)],
    ['a forbidden address', () => 'https://127.0.0.1', () => undefined],
    ['a name that leads inside', () => 'https://localhost', () => undefined],
    ['an unknown name', () => 'https://no-such-name.invalid', () => undefined],
    ['no address at all', () => 'https://[', () => undefined],
    ['a header that cannot be sent', () => server.url, () => configure(server.url)],
  ])('of %s never tells the address or a token', async (name, base, prepare) => {
    prepare()
    const headers: Record<string, string> = name.includes('header')
      ? { authorization: `Bearer ${TOKEN}\n` }
      : {}
    const told = everything(await refusalOf(`${base()}/bot${TOKEN}/getMe`, { headers }))
    expect(told).not.toContain(TOKEN)
    expect(told).not.toContain('getMe')
  })
})
