import { defineTexts } from '#web/ui/defineTexts.ts'

export const t = defineTexts('upload', {
  ru: {
    uploading: 'Файл отправляется: {percent} %',
    uploadingAll: 'Файлы отправляются: {percent} %',
    cancel: 'Отменить отправку',
    cancelled: 'Отправка отменена',
  },
  en: {
    uploading: 'The file is being sent: {percent}%',
    uploadingAll: 'The files are being sent: {percent}%',
    cancel: 'Cancel sending',
    cancelled: 'Sending was cancelled',
  },
})
