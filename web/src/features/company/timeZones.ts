import { language } from '#web/ui/i18n.ts'

export interface TimeZoneOption {
  readonly name: string
  /** «Москва, GMT+3». */
  readonly text: string
}

/** For browsers that keep their list to themselves. */
const USUAL = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
  'UTC',
]

function names(): readonly string[] {
  return 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : USUAL
}

/** Every zone this browser knows, in words one may search by. Making it takes a moment. */
export function timeZones(): TimeZoneOption[] {
  return names().map((name) => ({ name, text: `${word(name, 'longGeneric')}, ${word(name, 'shortOffset')}` }))
}

function word(timeZone: string, timeZoneName: 'longGeneric' | 'shortOffset'): string {
  try {
    const parts = new Intl.DateTimeFormat(language(), { timeZone, timeZoneName }).formatToParts()
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  } catch {
    return timeZone
  }
}
