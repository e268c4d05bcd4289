import { language } from '#web/ui/i18n.ts'

/**
 * A day and a minute, as people write them: «22 ноя., 18:01». By this machine's clock: a person's own sign-ins and
 * referrals are no company's.
 */
export function exactTime(at: number): string {
  const words = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(language(), words).format(at)
}
