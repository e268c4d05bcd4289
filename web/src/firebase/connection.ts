import { shallowRef } from 'vue'

/** `restored` stands for a moment after a break, so that people see it is over. */
type Connection = 'online' | 'offline' | 'restored'

/** Whether the server is heard, as long as somebody watches over it. */
export const connection = shallowRef<Connection>('online')
