import { defineTexts } from '../defineTexts.ts'

export const t = defineTexts('settingsForm', {
  ru: {
    save: 'Сохранить',
    saved: 'Сохранено',
    unsaved: 'Есть несохранённые изменения',
    cancelChanges: 'Отменить изменения',
    leaveTitle: 'Уйти без сохранения?',
    leaveText: 'Изменения на этой странице не сохранятся.',
    leave: 'Уйти',
    failed: 'Не сохранилось. Проверьте связь и попробуйте ещё раз.',
  },
  en: {
    save: 'Save',
    saved: 'Saved',
    unsaved: 'There are unsaved changes',
    cancelChanges: 'Discard changes',
    leaveTitle: 'Leave without saving?',
    leaveText: 'The changes on this page will be lost.',
    leave: 'Leave',
    failed: 'That was not saved. Check your connection and try again.',
  },
})
