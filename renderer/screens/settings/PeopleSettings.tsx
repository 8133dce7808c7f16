import { PlusOutlined } from '@ant-design/icons'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../shared/contract/setup.ts'
import { useRead } from '../../api/use-read.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { CountText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { PeopleExport } from './PeopleExport.tsx'
import { PersonActions } from './PersonActions.tsx'
import { PersonModal } from './PersonModal.tsx'
import { SecretModal } from './SecretModal.tsx'

function useColumns(
  edit: (person: StaffRow) => void,
  setSecret: (person: StaffRow) => void,
): TableColumnsType<StaffRow> {
  const { t } = useTranslation()
  const format = useFormats()
  return [
    { title: t('setup.people.name'), dataIndex: 'name' },
    { title: t('setup.people.role'), render: (_, { role }) => t(`codes.role.${role}`) },
    {
      title: t('setup.people.capacity'),
      align: 'right',
      render: (_, { dailyCapacity }) => <CountText value={dailyCapacity} />,
    },
    {
      title: t('setup.people.status'),
      render: (_, { active, hasSecret, lockedUntil }) =>
        lockedUntil !== null ? (
          <span className="settings-day-low">{t('setup.people.locked', { time: format.clock(lockedUntil) })}</span>
        ) : !active ? (
          <span className="np-muted">{t('setup.people.inactive')}</span>
        ) : hasSecret ? (
          t('setup.people.active')
        ) : (
          <span className="settings-day-low">{t('setup.people.noSecret')}</span>
        ),
    },
    {
      title: t('setup.people.actions'),
      render: (_, person) => (
        <PersonActions person={person} onEdit={() => edit(person)} onSecret={() => setSecret(person)} />
      ),
    },
  ]
}

/** Who works here: added, changed, deactivated, given a new PIN. Nobody is ever deleted, because their records stay. */
export function PeopleSettings() {
  const { t } = useTranslation()
  const people = useRead('people.list', {})
  const [edited, setEdited] = useState<StaffRow | 'new' | null>(null)
  const [secretOf, setSecretOf] = useState<StaffRow | null>(null)
  const columns = useColumns(setEdited, setSecretOf)
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('setup.people.note')}</p>
      <div className="settings-bar">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
          {t('setup.people.add')}
        </Button>
        <PeopleExport people={people.data?.people ?? []} />
      </div>
      <FailureNotice error={people.error} />
      <Table
        size="middle"
        rowKey="id"
        columns={columns}
        dataSource={people.data?.people ?? []}
        loading={people.isPending}
        pagination={false}
      />
      {edited !== null && <PersonModal person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {secretOf !== null && <SecretModal person={secretOf} onClose={() => setSecretOf(null)} />}
    </div>
  )
}
