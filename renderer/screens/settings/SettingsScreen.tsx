import { Tabs } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import { MANAGERS, OWNER } from '../../../shared/contract/operation.ts'
import type { Role } from '../../../shared/values/vocabulary.ts'
import { useSession } from '../../api/session.ts'
import { Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { BackupSettings } from './BackupSettings.tsx'
import { ChannelSettings } from './ChannelSettings.tsx'
import { DoorCountSettings } from './DoorCountSettings.tsx'
import { GradeSettings } from './GradeSettings.tsx'
import { PeopleSettings } from './PeopleSettings.tsx'
import './settings.css'
import { ShowroomSettings } from './ShowroomSettings.tsx'
import { TargetSettings } from './TargetSettings.tsx'

const TABS = ['targets', 'channels', 'doorCounts', 'people', 'grades', 'showroom', 'backups'] as const
type Tab = (typeof TABS)[number]

/** Who may change what stands behind a tab (domain.md 4: only owners manage people, backups and the store). */
const TAB_OF: Record<Tab, { readonly roles: readonly Role[]; readonly Content: ComponentType }> = {
  targets: { roles: MANAGERS, Content: TargetSettings },
  channels: { roles: MANAGERS, Content: ChannelSettings },
  doorCounts: { roles: MANAGERS, Content: DoorCountSettings },
  people: { roles: OWNER, Content: PeopleSettings },
  grades: { roles: MANAGERS, Content: GradeSettings },
  showroom: { roles: OWNER, Content: ShowroomSettings },
  backups: { roles: OWNER, Content: BackupSettings },
}

export function SettingsScreen() {
  const { t } = useTranslation()
  const { can } = useSession()
  const go = useNavigate()
  const { tab } = useParams()
  const mine = TABS.filter((key) => can(TAB_OF[key].roles))
  const current = mine.find((key) => key === tab)
  if (current === undefined) return <Navigate to={`/settings/${mine[0] ?? ''}`} replace />
  const { Content } = TAB_OF[current]
  return (
    <Page>
      <PageHeader title={t('setup.title')} />
      <Tabs
        activeKey={current}
        onChange={(key) => void go(`/settings/${key}`)}
        items={mine.map((key) => ({
          key,
          label: t(`setup.tab.${key}`),
          children: key === current ? <Content /> : null,
        }))}
      />
    </Page>
  )
}
