import type { Role } from '#shared/domain/member.ts'

export interface DemoPerson {
  readonly id: string
  readonly phone: string
  readonly name: string
  readonly role: Role
}

export const olga: DemoPerson = {
  id: 'demo-olga',
  phone: '+79990000001',
  name: 'Ольга Нечаева',
  role: 'admin',
}
export const irina: DemoPerson = {
  id: 'demo-irina',
  phone: '+79990000002',
  name: 'Ирина Лаптева',
  role: 'operator',
}
export const sergey: DemoPerson = {
  id: 'demo-sergey',
  phone: '+79990000003',
  name: 'Сергей Котов',
  role: 'operator',
}

/** Who works in the demo company. */
export const demoPeople: readonly DemoPerson[] = [olga, irina, sergey]

export const DEMO_COMPANY_NAME = 'Тёплый дом'
