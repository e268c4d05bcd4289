export const UPDATE_KINDS = ['message', 'edited_message', 'my_chat_member', 'message_reaction'] as const
/** The kinds this simulator makes; Telegram has many more. */
export type UpdateKind = (typeof UPDATE_KINDS)[number]

/** All that may be asked for; what a name outside of it means, Telegram silently ignores. */
export const ALLOWED_UPDATES = [
  ...UPDATE_KINDS,
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
] as const
