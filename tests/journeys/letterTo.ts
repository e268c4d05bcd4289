import { expect, vi } from 'vitest'
import * as z from 'zod/mini'
import { testStack } from '#tools/stack/testStack.ts'

const letterSchema = z.object({ subject: z.string(), text: z.string() })

/** The newest letter to an address, and the link of ours in it. */
export async function letterTo(email: string): Promise<{ subject: string; link: string }> {
  const url = `${testStack.url('simulators')}/mail/messages?to=${encodeURIComponent(email)}`
  const letter = await vi.waitFor(
    async () => {
      const [newest] = z.array(letterSchema).parse(await (await fetch(url)).json())
      expect(newest).toBeDefined()
      return letterSchema.parse(newest)
    },
    { timeout: 30_000, interval: 250 },
  )
  const link = /https?:\/\/\S+#[A-Za-z0-9_-]{43}/.exec(letter.text)?.[0] ?? ''
  return { subject: letter.subject, link }
}
