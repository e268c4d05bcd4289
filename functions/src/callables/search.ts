import { searchMessagesContract } from '#shared/api/search.ts'
import { searchMessages as search } from '#functions/search/searchMessages.ts'
import { defineCallable } from './defineCallable.ts'

export const searchMessages = defineCallable(searchMessagesContract, 'operator', (request, { uid, member }) =>
  search(request, { uid, member }),
)
