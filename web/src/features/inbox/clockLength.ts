const MINUTE = 60
const HOUR = 60 * MINUTE

/** «0:24», «12:05», «1:02:05». */
export function clockLength(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const rest = String(whole % MINUTE).padStart(2, '0')
  if (whole < HOUR) return `${minutes}:${rest}`
  return `${Math.floor(whole / HOUR)}:${String(minutes).padStart(2, '0')}:${rest}`
}
