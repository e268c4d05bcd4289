import type { Role, Visibility } from '#shared/domain/member.ts'
import type { Features } from './portrait.ts'

export interface DemoPerson {
  readonly id: string
  readonly phone: string
  readonly name: string
  readonly role: Role
  readonly about: string
  /** Confirmed. */
  readonly email: string
  readonly visibility: Visibility
  readonly team?: DemoTeam
  /** Without, his initials are shown. */
  readonly looks?: Features
}

export const olga: DemoPerson = {
  id: 'demo-olga',
  phone: '+79990000001',
  name: 'Ольга Нечаева',
  role: 'admin',
  about: 'Владелица',
  email: 'olga@teply-dom.example',
  visibility: 'all',
  looks: {
    wall: [206, 226, 228],
    skin: [240, 205, 180],
    hair: [120, 72, 44],
    clothes: [11, 102, 112],
    hasLongHair: true,
  },
}
export const irina: DemoPerson = {
  id: 'demo-irina',
  phone: '+79990000002',
  name: 'Ирина Лаптева',
  role: 'operator',
  about: 'Старший оператор',
  email: 'irina@teply-dom.example',
  visibility: 'all',
  team: 'sales',
  looks: {
    wall: [236, 222, 200],
    skin: [232, 190, 160],
    hair: [52, 40, 36],
    clothes: [150, 70, 60],
    hasLongHair: false,
  },
}
export const sergey: DemoPerson = {
  id: 'demo-sergey',
  phone: '+79990000003',
  name: 'Сергей Котов',
  role: 'operator',
  about: 'Доставка и возвраты',
  email: '',
  visibility: 'team',
  team: 'delivery',
}

/** Who works in the demo company. */
export const demoPeople: readonly DemoPerson[] = [olga, irina, sergey]

export const DEMO_COMPANY_NAME = 'Тёплый дом'

/** Irina's own: so that somebody is in two. */
export const SECOND_COMPANY_NAME = 'Школа «Меридиан»'

export const DEMO_TEAMS = { sales: 'Продажи', delivery: 'Доставка' } as const
export type DemoTeam = keyof typeof DEMO_TEAMS

export const INVITED_EMAIL = 'maria@teply-dom.example'
