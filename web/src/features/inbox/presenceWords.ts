import type { MemberPresence } from '#web/firebase/presence.ts'
import { t } from './thread/messages.ts'

/** «Ирина тоже смотрит»; '' when nobody else is here. */
export function presenceWords(others: readonly MemberPresence[]): string {
  const typing = others.find(({ activity }) => activity === 'typing')
  if (typing) return t('typingAnswer', { name: firstName(typing) })
  const [first, ...rest] = others
  if (!first) return ''
  return rest.length === 0
    ? t('alsoViewing', { name: firstName(first) })
    : t('others', { name: firstName(first), count: rest.length })
}

function firstName({ name }: MemberPresence): string {
  return name.split(' ')[0] ?? name
}
