import { mdiAlertCircle, mdiCheck, mdiCheckAll, mdiClockOutline, mdiHelpCircleOutline } from '@mdi/js'
import type { DeliveryStatus } from '#shared/domain/message.ts'

const icons: Readonly<Record<DeliveryStatus, string>> = {
  queued: mdiClockOutline,
  sending: mdiClockOutline,
  sent: mdiCheck,
  delivered: mdiCheckAll,
  read: mdiCheckAll,
  failed: mdiAlertCircle,
  uncertain: mdiHelpCircleOutline,
}

export function deliveryIcon(status: DeliveryStatus): string {
  return icons[status]
}
