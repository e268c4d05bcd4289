import type { Location } from './message.ts'

/** A page that shows a place: nothing is fetched from there until somebody follows the link. */
export function mapUrl(
  { latitude, longitude }: Pick<Location, 'latitude' | 'longitude'>,
  language: 'ru' | 'en',
): string {
  return language === 'ru'
    ? `https://yandex.ru/maps/?pt=${longitude},${latitude}&z=16&l=map`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}
