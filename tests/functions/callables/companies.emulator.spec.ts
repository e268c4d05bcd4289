import { afterAll, expect } from 'vitest'
import { changeCompany } from '#functions/callables/companies.ts'
import { get } from '#functions/store/store.ts'
import { changeCompanyContract } from '#shared/api/companies.ts'
import { ALWAYS } from '#shared/domain/businessHours.ts'
import { ADMIN, OURS, THEIRS, callAs, describeCallableAttacks } from '#tests/contracts/callableContract.ts'
import { aCompany } from '#tests/builders/aCompany.ts'
import { auditOf } from '../account/person.ts'
import { useEmulatorProject } from '../emulatorProject.ts'

const project = useEmulatorProject('company-callables')
afterAll(() => project.close())

const settings = {
  name: 'Лыжи у парка',
  phone: '+78120000099',
  description: 'Прокат',
  timeZone: 'Asia/Omsk',
  hours: [...ALWAYS.slice(1), null],
  hidden: true,
}

describeCallableAttacks(
  changeCompanyContract,
  changeCompany,
  () => ({ companyId: OURS, ...settings }),
  'admin',
  {
    arrange: () => project.clear(),
    afterFifty: async () => {
      expect(await get('companies', { companyId: OURS })).toEqual({ ...aCompany(), ...settings })
      expect(await get('companies', { companyId: THEIRS })).toEqual(aCompany({ name: 'Чужие' }))
      expect(await auditOf(OURS)).toMatchObject([{ by: ADMIN, byName: 'admin', address: '192.0.2.1' }])
      await callAs(changeCompany, ADMIN, { companyId: OURS, name: settings.name })
      expect(await auditOf(OURS)).toHaveLength(1)
    },
  },
)
