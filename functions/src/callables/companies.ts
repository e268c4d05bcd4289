import { changeCompanyContract } from '#shared/api/companies.ts'
import { changeCompany as change } from '#functions/companies/changeCompany.ts'
import { actorOf } from './actorOf.ts'
import { defineCallable } from './defineCallable.ts'

export const changeCompany = defineCallable(changeCompanyContract, 'admin', async (request, caller) => {
  await change(request, actorOf(caller))
  return {}
})
