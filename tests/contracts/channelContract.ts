import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ChannelAdapter } from '#channels/adapter.ts'
import type { ChannelEvent } from '#shared/domain/channelEvent.ts'
import { InvalidInputError } from '#shared/provider/InvalidInputError.ts'
import type { WebhookRequest } from '#shared/provider/webhook.ts'

/** A provider's payload as it came, made anonymous, and what we read in it. */
export interface Recording {
  readonly name: string
  readonly body: unknown
  readonly events: ChannelEvent[]
}

/** `tests/recordings/channels/<kind>/*.json`. */
export function recordingsOf(kind: string): Recording[] {
  const folder = new URL(`../recordings/channels/${kind}/`, import.meta.url)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Recording)
}

interface Contract<Settings> {
  readonly adapter: ChannelAdapter<Settings>
  readonly settings: Settings
  /** Another account of the same kind. */
  readonly otherSettings: Settings
  /** Signs a body as the provider would. */
  sign(body: Uint8Array, settings: Settings): WebhookRequest
  readonly recordings: readonly Recording[]
}

const bytesOf = (body: unknown) => new TextEncoder().encode(JSON.stringify(body))

/** Promises every channel keeps. */
export function channelContract<Settings>({
  adapter,
  settings,
  otherSettings,
  sign,
  recordings,
}: Contract<Settings>): void {
  describe(`channel contract: ${adapter.manifest.kind}`, () => {
    it.each(recordings.map((recording) => [recording.name, recording] as const))(
      'reads %s',
      (_name, recording) => {
        expect(adapter.parse(sign(bytesOf(recording.body), settings))).toEqual(recording.events)
      },
    )

    it.each(recordings.map(({ name, body }) => [name, body] as const))(
      'accepts the genuine %s',
      (_name, body) => {
        expect(adapter.authenticate(sign(bytesOf(body), settings), settings)).toBe(true)
      },
    )

    it('refuses another account’s signature', () => {
      expect(adapter.authenticate(sign(bytesOf({}), otherSettings), settings)).toBe(false)
    })

    it('refuses a request without a signature', () => {
      expect(adapter.authenticate({ ...sign(bytesOf({}), settings), headers: {} }, settings)).toBe(false)
    })

    it('refuses a body that is no JSON', () => {
      const request = sign(new TextEncoder().encode('{"a":'), settings)
      expect(() => adapter.parse(request)).toThrow(InvalidInputError)
    })

    it('refuses a body nested beyond reason', () => {
      const request = sign(new TextEncoder().encode('['.repeat(100_000)), settings)
      expect(() => adapter.parse(request)).toThrow(InvalidInputError)
    })

    it('draws its connect form from fields whose patterns compile', () => {
      for (const { pattern } of adapter.manifest.fields) expect(new RegExp(pattern)).toBeInstanceOf(RegExp)
    })

    it('does to a message what its manifest says, and no more', () => {
      const { changes, reactions, signals, manifest } = adapter
      const { edit, delete: takesBack, reactions: reacts, typing, readMarks } = manifest.supports
      expect({
        edit: changes?.edit !== undefined,
        delete: changes?.delete !== undefined,
        reactions: reactions !== undefined,
        typing: signals?.typing !== undefined,
        readMarks: signals?.markRead !== undefined,
      }).toEqual({ edit, delete: takesBack, reactions: reacts, typing, readMarks })
    })

    it('writes first, and by approved templates, where its manifest says so', () => {
      const { contacts, approvedTemplates, manifest } = adapter
      const { writeFirst, approvedTemplates: hasTemplates } = manifest.supports
      expect({
        writeFirst: contacts !== undefined,
        hasTemplates: approvedTemplates !== undefined,
      }).toEqual({ writeFirst, hasTemplates })
    })

    it('keeps no empty words in its manifest', () => {
      const { label, description, facts } = adapter.manifest
      for (const text of [label, description, ...facts.map((fact) => fact.text)]) {
        expect([text.ru, text.en]).not.toContain('')
      }
    })
  })
}
