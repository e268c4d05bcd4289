import type { t } from './messages.ts'

type TextKey = Parameters<typeof t>[0]

export interface Shortcut {
  /** Each a way of its own. */
  readonly keys: readonly string[]
  readonly does: TextKey
  /** It acts by typing something, so it goes when letters are switched off. */
  readonly isLetter?: true
}

export interface ShortcutSection {
  readonly title: TextKey
  readonly shortcuts: readonly Shortcut[]
}

const letter = { isLetter: true } as const

/** Every key of the page, by where it acts. */
export const shortcutTable: readonly ShortcutSection[] = [
  {
    title: 'keysEverywhere',
    shortcuts: [
      { keys: ['Ctrl K'], does: 'keySearch' },
      { keys: ['/'], does: 'keySearch', ...letter },
      { keys: ['G 1…9', 'G 0'], does: 'keySection', ...letter },
      { keys: ['F6', 'Shift F6'], does: 'keyPane' },
      { keys: ['Ctrl Z'], does: 'keyUndo' },
      { keys: ['?'], does: 'keyHelp', ...letter },
    ],
  },
  {
    title: 'keysList',
    shortcuts: [
      { keys: ['C'], does: 'keyNew', ...letter },
      { keys: ['F'], does: 'keyFilter', ...letter },
      { keys: ['Shift 1…8'], does: 'keyFilterByOrder', ...letter },
      { keys: ['↑', '↓'], does: 'keyRow' },
      { keys: ['J', 'K'], does: 'keyRow', ...letter },
      { keys: ['Home', 'End', 'PgUp', 'PgDn'], does: 'keyFar' },
      { keys: ['Enter'], does: 'keyOpen' },
      { keys: ['Alt ↑', 'Alt ↓'], does: 'keyNeighbour' },
      { keys: ['X'], does: 'keyMark', ...letter },
      { keys: ['Shift X'], does: 'keyMarkRange', ...letter },
      { keys: ['Esc'], does: 'keyBack' },
    ],
  },
  {
    title: 'keysConversation',
    shortcuts: [
      { keys: ['R'], does: 'keyReply', ...letter },
      { keys: ['N'], does: 'keyNote', ...letter },
      { keys: ['A'], does: 'keyAssignTo', ...letter },
      { keys: ['I'], does: 'keyAssign', ...letter },
      { keys: ['U'], does: 'keyAnswered', ...letter },
      { keys: ['E'], does: 'keyArchive', ...letter },
      { keys: ['M'], does: 'keyMute', ...letter },
      { keys: ['D'], does: 'keyCard', ...letter },
      { keys: ['Ctrl F'], does: 'keySearchThread' },
    ],
  },
  {
    title: 'keysComposer',
    shortcuts: [
      { keys: ['Enter'], does: 'keySend' },
      { keys: ['Shift Enter'], does: 'keyLine' },
      { keys: ['/', 'Tab'], does: 'keyTemplates' },
    ],
  },
]
