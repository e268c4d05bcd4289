import { describe, expect, it } from 'vitest'
import { effectScope } from 'vue'
import { gatherCommands, useCommands } from '#web/stores/commands.ts'
import type { Command } from '#web/stores/commands.ts'

const command = (id: string): Command => ({ id, group: 'actions', name: id, icon: '', run: () => undefined })

async function gathered(): Promise<string[]> {
  let last: readonly Command[] = []
  await gatherCommands((commands) => (last = commands))
  return last.map(({ id }) => id)
}

describe('commands', () => {
  it('are offered as long as the part that knows them is there', async () => {
    const part = effectScope()
    part.run(() => {
      useCommands(() => Promise.resolve([command('archive')]))
    })
    expect(await gathered()).toEqual(['archive'])
    part.stop()
    expect(await gathered()).toEqual([])
  })

  it('do not wait for a part that is slow, nor fail with one that fails', async () => {
    const scope = effectScope()
    const told: string[][] = []
    let finish: (commands: Command[]) => void = () => undefined
    scope.run(() => {
      useCommands(() => new Promise((resolve) => (finish = resolve)))
      useCommands(() => Promise.reject(new Error('offline')))
      useCommands(() => Promise.resolve([command('reply')]))
    })
    const all = gatherCommands((commands) => told.push(commands.map(({ id }) => id)))
    await expect.poll(() => told).toEqual([['reply']])
    finish([command('template')])
    await all
    expect(told.at(-1)).toEqual(['reply', 'template'])
    scope.stop()
  })
})
