import { shallowReactive } from 'vue'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; run(): void }
}

/** Shown one at a time; the first is on screen. */
export const toasts = shallowReactive<Toast[]>([])

export function showToast(toast: Toast): void {
  toasts.push(toast)
}

export function dismissToast(): void {
  toasts.shift()
}
