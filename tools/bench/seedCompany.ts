import { userIdSchema } from '#shared/domain/ids.ts'
import { set } from '#functions/store/store.ts'
import { COMPANY_ID, seedChannel } from './seedChannel.ts'

/** Who looks at the page that is measured. */
export const OPERATOR = {
  userId: userIdSchema.parse('bench-operator'),
  phone: '+79990009999',
  name: 'Оператор',
}

/** A company with one operator and one connected channel. */
export async function seedCompany(): Promise<void> {
  const { userId, phone, name } = OPERATOR
  const createdAt = Date.now()
  await set(['companies', { companyId: COMPANY_ID }], {
    name: 'Bench',
    phone: '',
    description: '',
    publicId: 1,
    createdAt,
  })
  await set(['userPhones', { phoneDigits: phone.slice(1) }], { userId })
  await set(['users', { userId }], {
    name,
    phone,
    locale: 'ru',
    companyIds: [COMPANY_ID],
    publicId: 1,
    createdAt,
  })
  await set(['members', { companyId: COMPANY_ID, userId }], {
    role: 'operator',
    name,
    sessionsValidAfterAt: 0,
    createdAt,
  })
  await seedChannel()
}
