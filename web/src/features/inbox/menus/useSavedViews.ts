import { onScopeDispose, shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { InboxFilter, View, ViewNarrowing } from '#shared/domain/view.ts'
import { deleteView, followViews, renameView, saveView } from '#web/firebase/views.ts'
import type { SavedView } from '#web/firebase/views.ts'
import { showToast } from '#web/ui/toasts.ts'
import type { InboxContext } from '../inboxContext.ts'
import { t } from './messages.ts'

export interface NewView {
  readonly name: string
  readonly isShared: boolean
  readonly filter: InboxFilter
  readonly narrowing: ViewNarrowing
}

interface SavedViews {
  readonly views: Readonly<ShallowRef<readonly SavedView[]>>
  mayChange(view: SavedView): boolean
  save(view: NewView): void
  rename(view: SavedView, name: string): void
  remove(view: SavedView): void
}

/** A company's named lists, as far as the member has them; each deed tells what became of it. */
export function useSavedViews({ companyId, member }: InboxContext): SavedViews {
  const views = shallowRef<readonly SavedView[]>([])
  onScopeDispose(followViews(companyId, member.value.id, (changed) => (views.value = changed)))

  function tell(saving: Promise<void>) {
    saving.then(
      () => {
        showToast({ text: t('viewSaved') })
      },
      () => {
        showToast({ text: t('viewNotSaved') })
      },
    )
  }

  function store(view: Omit<View, 'createdAt'>) {
    tell(saveView(companyId, view))
  }

  return {
    views,
    mayChange: ({ ownerId, createdBy }) =>
      createdBy === member.value.id || (ownerId === '' && member.value.isAdmin),
    save({ name, isShared, filter, narrowing }) {
      const createdBy = member.value.id
      store({ name, ownerId: isShared ? '' : createdBy, createdBy, filter, narrowing })
    },
    rename({ id }, name) {
      tell(renameView(companyId, id, name))
    },
    remove({ id, name, ownerId, filter, narrowing }) {
      const createdBy = member.value.id
      const again = () => {
        store({ name, ownerId, createdBy, filter, narrowing })
      }
      deleteView(companyId, id).then(
        () => showToast({ text: t('viewDeleted'), action: { label: t('undo'), run: again } }),
        () => showToast({ text: t('viewNotSaved') }),
      )
    },
  }
}
