import { Badge, Button, Input, type InputRef, Segmented, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadFilter } from '../../../shared/contract/lead-list.ts'
import { MANAGERS, SALES } from '../../../shared/contract/operation.ts'
import { LEAD_STATUSES, OPEN_BUCKETS } from '../../../shared/values/grade.ts'
import { LEAD_DUES } from '../../../shared/values/lead-look.ts'
import { useSession } from '../../api/session.ts'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { countMore, MoreFilters } from './MoreFilters.tsx'

/** Long enough to type two letters of pinyin. */
const AFTER_MS = 150
const SCOPES = ['mine', 'all', 'nobody'] as const

type Props = {
  readonly filter: LeadFilter
  /** On the board its columns say the stage or the grade, and only open leads have a place there. */
  readonly isBoard: boolean
  readonly onChange: (change: Partial<LeadFilter>) => void
  readonly onClear: (() => void) | null
}

/** Whose, which grade, which words. `/` goes to the search. */
export function LeadFilters({ filter, isBoard, onChange, onClear }: Props) {
  const { t } = useTranslation()
  const more = countMore(filter)
  const [isOpen, setOpen] = useState(more > 0)
  return (
    <div role="search">
      <div className="ll-filters">
        <WhoFilter filter={filter} onChange={onChange} />
        <SearchInput text={filter.text} onText={(text) => onChange({ text })} />
        {!isBoard && <BucketFilters filter={filter} onChange={onChange} />}
        <Select<LeadFilter['due']>
          aria-label={t('leadList.filter.due')}
          placeholder={t('leadList.filter.due')}
          allowClear
          style={{ width: '7.75rem' }}
          value={filter.due}
          onChange={(due) => onChange({ due: due ?? null })}
          options={LEAD_DUES.map((value) => ({ value, label: t(`leadList.filter.dues.${value}`) }))}
        />
        <Badge dot={more > 0 && !isOpen}>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen
              ? t('leadList.filter.less')
              : more === 0
                ? t('leadList.filter.more')
                : t('leadList.filter.moreCount', { count: more })}
          </Button>
        </Badge>
        {onClear !== null && (
          <Button type="text" onClick={onClear}>
            {t('leadList.filter.clear')}
          </Button>
        )}
      </div>
      {isOpen && <MoreFilters filter={filter} isBoard={isBoard} onChange={onChange} />}
    </div>
  )
}

type PartProps = Pick<Props, 'filter' | 'onChange'>

function WhoFilter({ filter, onChange }: PartProps) {
  const { t } = useTranslation()
  const manages = useSession().can(MANAGERS)
  const scope = SCOPES.find((one) => one === filter.who)
  return (
    <>
      <Segmented<string>
        aria-label={t('leadList.filter.who')}
        value={scope ?? ''}
        onChange={(who) => onChange({ who })}
        options={SCOPES.map((value) => ({ value, label: t(`leadList.filter.${value}`) }))}
      />
      {manages && (
        <StaffSelect
          roles={SALES}
          ariaLabel={t('leads.list.person')}
          placeholder={t('leads.list.person')}
          allowClear
          style={{ width: '7.75rem' }}
          value={scope === undefined ? filter.who : null}
          onChange={(staffId) => onChange({ who: staffId ?? 'all' })}
        />
      )}
    </>
  )
}

function BucketFilters({ filter, onChange }: PartProps) {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const gradeWord = (grade: (typeof OPEN_BUCKETS)[number]) =>
    grade === 'ungraded' ? t('codes.bucket.ungraded') : t('common.grade', { label: labels[grade] ?? grade })
  return (
    <>
      <Select<LeadFilter['grades']>
        mode="multiple"
        aria-label={t('leadList.filter.grades')}
        placeholder={t('leadList.filter.grades')}
        allowClear
        showSearch={false}
        maxTagCount="responsive"
        style={{ width: '8rem' }}
        value={filter.grades}
        onChange={(grades) => onChange({ grades })}
        options={OPEN_BUCKETS.map((value) => ({ value, label: gradeWord(value) }))}
      />
      <Select<LeadFilter['statuses']>
        mode="multiple"
        aria-label={t('leadList.filter.statuses')}
        placeholder={t('leads.list.everything')}
        allowClear
        showSearch={false}
        maxTagCount="responsive"
        style={{ width: '8rem' }}
        value={filter.statuses}
        onChange={(statuses) => onChange({ statuses })}
        options={LEAD_STATUSES.map((value) => ({ value, label: t(`codes.status.${value}`) }))}
      />
    </>
  )
}

/** Searches while somebody types, a moment after the last key. */
function SearchInput({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const { t } = useTranslation()
  const input = useRef<InputRef>(null)
  const timer = useRef(0)
  const asked = useRef(text)
  const [typed, setTyped] = useState(text)
  useShortcuts({ search: () => input.current?.focus() })
  useEffect(() => {
    // Something else has filled or emptied it (a view, going back); what is being typed stays.
    if (text === asked.current) return
    asked.current = text
    setTyped(text)
  }, [text])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const search = (words: string, afterMs: number) => {
    setTyped(words)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => {
      asked.current = words.trim()
      onText(words.trim())
    }, afterMs)
  }
  return (
    <Input.Search
      ref={input}
      aria-label={t('common.search')}
      placeholder={t('leadList.filter.search')}
      allowClear
      maxLength={60}
      style={{ width: '17.5rem' }}
      value={typed}
      onChange={({ target }) => search(target.value, AFTER_MS)}
      onSearch={(words) => search(words, 0)}
    />
  )
}
