import { wireBot } from '../wireMessage.ts'
import type { Method } from './Method.ts'

export const getMe: Method = ({ bot }) => ({
  ...wireBot(bot),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
})
