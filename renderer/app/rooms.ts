import AlertOutlined from '@ant-design/icons/es/icons/AlertOutlined'
import ApiOutlined from '@ant-design/icons/es/icons/ApiOutlined'
import AuditOutlined from '@ant-design/icons/es/icons/AuditOutlined'
import BookOutlined from '@ant-design/icons/es/icons/BookOutlined'
import CarryOutOutlined from '@ant-design/icons/es/icons/CarryOutOutlined'
import ContactsOutlined from '@ant-design/icons/es/icons/ContactsOutlined'
import DashboardOutlined from '@ant-design/icons/es/icons/DashboardOutlined'
import HomeOutlined from '@ant-design/icons/es/icons/HomeOutlined'
import IdcardOutlined from '@ant-design/icons/es/icons/IdcardOutlined'
import SettingOutlined from '@ant-design/icons/es/icons/SettingOutlined'
import TeamOutlined from '@ant-design/icons/es/icons/TeamOutlined'
import ThunderboltOutlined from '@ant-design/icons/es/icons/ThunderboltOutlined'
import type { ComponentType } from 'react'
import { late } from '../components/late.tsx'

/** A room of the console: an entry of the left rail and the page behind it. Its name is `rooms.<id>` in the locales. */
export interface Room {
  readonly id: string
  readonly icon: ComponentType
  readonly page: ComponentType
  /** Stands at the lower end of the rail. */
  readonly last?: boolean
}

/** In the order of the rail (Alt+1 is the first). Pages load when first opened. */
export const rooms: readonly Room[] = [
  {
    id: 'incidents',
    icon: AlertOutlined,
    page: late(async () => (await import('../features/incidents/IncidentsRoom.tsx')).IncidentsRoom),
  },
  {
    id: 'response',
    icon: ThunderboltOutlined,
    page: late(async () => (await import('../features/response/ResponseRoom.tsx')).ResponseRoom),
  },
  {
    id: 'situation',
    icon: DashboardOutlined,
    page: late(async () => (await import('../features/situation/SituationRoom.tsx')).SituationRoom),
  },
  {
    id: 'tasks',
    icon: CarryOutOutlined,
    page: late(async () => (await import('../features/tasks/TasksRoom.tsx')).TasksRoom),
  },
  {
    id: 'orders',
    icon: AuditOutlined,
    page: late(async () => (await import('../features/orders/OrdersRoom.tsx')).OrdersRoom),
  },
  {
    id: 'log',
    icon: BookOutlined,
    page: late(async () => (await import('../features/log/LogRoom.tsx')).LogRoom),
  },
  {
    id: 'teams',
    icon: TeamOutlined,
    page: late(async () => (await import('../features/teams/TeamsRoom.tsx')).TeamsRoom),
  },
  {
    id: 'people',
    icon: IdcardOutlined,
    page: late(async () => (await import('../features/people/PeopleRoom.tsx')).PeopleRoom),
  },
  {
    id: 'villages',
    icon: HomeOutlined,
    page: late(async () => (await import('../features/villages/VillagesRoom.tsx')).VillagesRoom),
  },
  {
    id: 'households',
    icon: ContactsOutlined,
    page: late(async () => (await import('../features/households/HouseholdsRoom.tsx')).HouseholdsRoom),
  },
  {
    id: 'link',
    icon: ApiOutlined,
    page: late(async () => (await import('../features/link/LinkRoom.tsx')).LinkRoom),
  },
  {
    id: 'settings',
    icon: SettingOutlined,
    last: true,
    page: late(async () => (await import('../features/settings/SettingsRoom.tsx')).SettingsRoom),
  },
]
