import { Input, type InputRef, Segmented, Select } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MANAGERS, SALES } from '../../../shared/contract/operation.ts'
import { GRADES } from '../../../shared/values/grade.ts'
import { useSession } from '../../api/session.ts'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { useKeys } from '../../components/floor/use-keys.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { type LeadFilter, LIST_BUCKETS, type ListBucket } from './lead-list-view.ts'

const SCOPES = ['mine', 'all', 'unassigned'] as const

type Props = {
  readonly filter: LeadFilter
  readonly onChange: (change: Partial<LeadFilter>) => void
}

/** Whose, which grade, which words. `/` goes to the search. */
export function LeadFilters({ filter, onChange }: Props) {
  const { t } = useTranslation()
  const manages = useSession().can(MANAGERS)
  const bucketWord = useBucketWord()
  const search = useRef<InputRef>(null)
  useKeys({ '/': () => search.current?.focus() })
  const scope = SCOPES.find((one) => one === filter.who)
  return (
    <div className="ld-filters" role="search">
      <Segmented<string>
        aria-label={t('leads.list.scope')}
        value={scope ?? ''}
        onChange={(who) => onChange({ who })}
        options={SCOPES.map((value) => ({ value, label: t(`leads.list.${value}`) }))}
      />
      {manages && (
        <StaffSelect
          roles={SALES}
          ariaLabel={t('leads.list.person')}
          placeholder={t('leads.list.person')}
          allowClear
          style={{ width: 150 }}
          value={scope === undefined ? filter.who : null}
          onChange={(staffId) => onChange({ who: staffId ?? 'all' })}
        />
      )}
      <Select<ListBucket>
        aria-label={t('leads.list.bucket')}
        value={filter.bucket}
        style={{ width: 130 }}
        onChange={(bucket) => onChange({ bucket })}
        options={LIST_BUCKETS.map((value) => ({ value, label: bucketWord(value) }))}
      />
      <Input.Search
        ref={search}
        key={filter.text}
        aria-label={t('common.search')}
        placeholder={t('leads.list.search')}
        defaultValue={filter.text}
        allowClear
        maxLength={60}
        style={{ width: 280 }}
        onSearch={(text) => onChange({ text: text.trim() })}
      />
    </div>
  )
}

function useBucketWord(): (bucket: ListBucket) => string {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  return (bucket) => {
    if (bucket === 'open') return t('leads.list.open')
    if (bucket === 'all') return t('leads.list.everything')
    const grade = GRADES.find((one) => one === bucket)
    if (grade !== undefined) return t('common.grade', { label: labels[grade] })
    return t(`codes.bucket.${bucket}`)
  }
}
