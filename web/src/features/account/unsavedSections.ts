import { inject, onScopeDispose, provide, shallowReactive } from 'vue'
import type { InjectionKey, Ref } from 'vue'

type Sections = Set<Readonly<Ref<boolean>>>

const key: InjectionKey<Sections> = Symbol('unsaved sections')

/** For the page: tells whether any of its sections holds changes. */
export function provideUnsaved(): () => boolean {
  const sections: Sections = shallowReactive(new Set())
  provide(key, sections)
  return () => [...sections].some((isChanged) => isChanged.value)
}

/** For a section: leaving the page asks while it is changed. */
export function guardUnsaved(isChanged: Readonly<Ref<boolean>>): void {
  const sections = inject(key, null)
  sections?.add(isChanged)
  onScopeDispose(() => sections?.delete(isChanged))
}
