import type { Method } from './Method.ts'

export const getWebhookInfo: Method = ({ bot: { webhook } }) => {
  const { url, maxConnections, allowed } = webhook.settings
  const info = { url, has_custom_certificate: false, pending_update_count: webhook.pendingCount }
  if (url === '') return info
  return {
    ...info,
    max_connections: maxConnections,
    ip_address: '127.0.0.1',
    ...(allowed && { allowed_updates: allowed }),
    ...(webhook.lastError && {
      last_error_date: webhook.lastError.date,
      last_error_message: webhook.lastError.message,
    }),
  }
}
