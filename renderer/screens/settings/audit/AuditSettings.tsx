import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AUDIT_KINDS, type AuditKind } from '../../../../shared/values/audit-kind.ts'
import { useSession } from '../../../api/session.ts'
import { useRead } from '../../../api/use-read.ts'
import { AuditTable } from '../../../components/audit/AuditTable.tsx'
import { TrailFoot } from '../../../components/audit/TrailFoot.tsx'
import { useTrail } from '../../../components/audit/use-trail.ts'
import { DateInput } from '../../../components/forms/DateInput.tsx'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { AuditExport } from './AuditExport.tsx'
import { ChainCheck } from './ChainCheck.tsx'

type Filter = {
  readonly staffId: string | null
  readonly kind: AuditKind | null
  readonly from: string | null
  readonly to: string | null
}
const EVERYTHING: Filter = { staffId: null, kind: null, from: null, to: null }

/** The audit trail, to be searched, checked and taken along. */
export function AuditSettings() {
  const { t } = useTranslation()
  const [filter, setFilter] = useState(EVERYTHING)
  const trail = useTrail('audit.list', filter)
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('audit.note')}</p>
      <ChainCheck />
      <div className="audit-filters">
        <Filters filter={filter} onChange={setFilter} />
        <AuditExport entries={trail.entries} />
      </div>
      <FailureNotice error={trail.error} />
      <AuditTable entries={trail.entries} isLoading={trail.isLoading} hasAbout />
      <TrailFoot trail={trail} />
    </div>
  )
}

type FiltersProps = { readonly filter: Filter; readonly onChange: (filter: Filter) => void }

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useTranslation()
  const { today } = useSession()
  const people = useRead('people.list', {}).data?.people ?? []
  const { from, to } = filter
  return (
    <>
      <Select<string>
        aria-label={t('audit.filter.person')}
        placeholder={t('audit.filter.everybody')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.staffId}
        onChange={(staffId) => onChange({ ...filter, staffId: staffId ?? null })}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select<AuditKind>
        aria-label={t('audit.filter.kind')}
        placeholder={t('audit.filter.allKinds')}
        allowClear
        value={filter.kind}
        onChange={(kind) => onChange({ ...filter, kind: kind ?? null })}
        options={AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
      />
      <DateInput
        ariaLabel={t('audit.filter.from')}
        placeholder={t('audit.filter.from')}
        value={from}
        max={to ?? today}
        allowClear
        onChange={(day) => onChange({ ...filter, from: day })}
      />
      <DateInput
        ariaLabel={t('audit.filter.to')}
        placeholder={t('audit.filter.to')}
        value={to}
        {...(from === null ? {} : { min: from })}
        allowClear
        onChange={(day) => onChange({ ...filter, to: day })}
      />
    </>
  )
}
