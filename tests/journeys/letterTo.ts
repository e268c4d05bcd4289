import { expect, vi } from 'vitest'
import * as z from 'zod/mini'
import { testStack } from '#tools/stack/testStack.ts'

const letterSchema = z.object({ subject: z.string(), text: z.string() })

export interface ReadLetter {
  readonly subject: string
  readonly text: string
  /** Of ours; '' where there is none. */
  readonly link: string
}

/** The newest letter to an address; `after`: newer than this one. */
export async function letterTo(email: string, after?: ReadLetter): Promise<ReadLetter> {
  const url = `${testStack.url('simulators')}/mail/messages?to=${encodeURIComponent(email)}`
  const letter = await vi.waitFor(
    async () => {
      const [newest] = z.array(letterSchema).parse(await (await fetch(url)).json())
      expect(newest).toBeDefined()
      expect(newest?.text).not.toBe(after?.text)
      return letterSchema.parse(newest)
    },
    { timeout: 30_000, interval: 250 },
  )
  const link = /https?:\/\/\S+#[A-Za-z0-9_-]{43}/.exec(letter.text)?.[0] ?? ''
  return { ...letter, link }
}
