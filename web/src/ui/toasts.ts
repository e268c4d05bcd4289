import { shallowReactive } from 'vue'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; run(): void }
}

/** Shown one at a time; the first is on screen. */
export const toasts = shallowReactive<Toast[]>([])

/** What was done last is what one takes back: a new deed's toast takes the place of the earlier ones', at once. */
export function showToast(toast: Toast): void {
  const reports = toasts.filter(({ action }) => !action)
  const queue = toast.action ? [toast, ...reports] : [...toasts, toast]
  toasts.splice(0, toasts.length, ...queue)
}

export function dismissToast(): void {
  toasts.shift()
}
