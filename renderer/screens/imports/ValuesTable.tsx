import { Button, Segmented, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CountText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { MeaningSelect } from './MeaningSelect.tsx'
import {
  acceptedKey,
  fieldLabelKey,
  rowsToLookAt,
  type ValueGroup,
  type ValueRow,
  type ValueState,
  withMeanings,
} from './meaning-view.ts'
import { RestSelect } from './RestSelect.tsx'
import { StateMark } from './StateMark.tsx'
import type { DraftHandle } from './use-draft.ts'
import { ValueHint } from './ValueHint.tsx'

type Props = { readonly group: ValueGroup; readonly handle: DraftHandle }

const PAGE = 50
/** As many fit the screen at once: there is nothing to fold. */
const SHORT = 12

/** The distinct values of one column, how many rows have each, and what it means. */
export function ValuesTable({ group, handle }: Props) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  // Rows that asked for a look when this was opened stay where they are while they are answered.
  const [toLookAt] = useState(() => new Set(rowsToLookAt(group).map(({ value }) => value)))
  const [isFolded, setFolded] = useState(group.rows.length > SHORT && toLookAt.size > 0)
  const rows = isFolded ? group.rows.filter(({ value, state }) => state !== 'sure' || toLookAt.has(value)) : group.rows
  const fieldLabel = t(fieldLabelKey(mapping.kind, group.field))
  const spellings = group.field === 'model' ? group.rows.map(({ value }) => value).filter(Boolean) : []
  const labelOf = (value: string) =>
    t('imports.values.meaningOf', { field: fieldLabel, value: value || t('imports.values.blank') })
  const mean = (value: string, meaning: string) => handle.answer(withMeanings(mapping, group.field, [[value, meaning]]))
  return (
    <>
      <ValueHint field={group.field} kind={mapping.kind} />
      <Bulk group={group} handle={handle} shown={rows.length} isFolded={isFolded} onFold={setFolded} />
      <Table<ValueRow>
        size="small"
        className="im-values"
        rowKey="value"
        pagination={rows.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        dataSource={[...rows]}
        locale={{ emptyText: <span className="np-muted">{t('imports.values.noneToLookAt')}</span> }}
        rowClassName={({ state }) => (state === 'open' ? 'im-open' : '')}
        columns={[
          {
            title: t('imports.values.value'),
            dataIndex: 'value',
            ellipsis: true,
            render: (value: string) =>
              value === '' ? <span className="np-muted">{t('imports.values.blank')}</span> : value,
          },
          {
            title: t('imports.values.rows'),
            dataIndex: 'rows',
            width: 80,
            align: 'right',
            render: (count: number) => <CountText value={count} />,
          },
          {
            title: t('imports.values.meaning'),
            width: 340,
            render: (_, { value, meaning }) => (
              <MeaningSelect
                field={group.field}
                value={value}
                label={labelOf(value)}
                meaning={meaning}
                spellings={spellings}
                onMean={(chosen) => mean(value, chosen)}
              />
            ),
          },
          { title: t('imports.values.state'), width: 110, render: (_, { state }) => <StateTag state={state} /> },
        ]}
      />
    </>
  )
}

type BulkProps = Props & {
  readonly shown: number
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
}

/** What settles many values at once. */
function Bulk({ group, handle, shown, isFolded, onFold }: BulkProps) {
  const { t } = useTranslation()
  const format = useFormats()
  const { mapping, accepted } = handle.draft
  const looks = isFolded ? shown : rowsToLookAt(group).length
  const acceptGuesses = () => {
    const seen = group.rows.filter(({ state }) => state === 'guess').map(({ value }) => acceptedKey(group.field, value))
    handle.answer(mapping, [...accepted, ...seen])
  }
  const isLong = group.rows.length > SHORT
  if (!isLong && group.guesses === 0 && group.open < 2) return null
  return (
    <div className="im-bulk">
      {isLong && (
        <Segmented
          size="small"
          aria-label={t('imports.values.show')}
          value={isFolded ? 'look' : 'all'}
          options={[
            { value: 'look', label: t('imports.values.showLook', { rows: format.count(looks) }) },
            { value: 'all', label: t('imports.values.showAll', { rows: format.count(group.rows.length) }) },
          ]}
          onChange={(chosen) => onFold(chosen === 'look')}
        />
      )}
      {group.guesses > 0 && (
        <Button size="small" onClick={acceptGuesses}>
          {t('imports.values.acceptAll')}
        </Button>
      )}
      {group.open > 1 && <RestSelect group={group} handle={handle} />}
    </div>
  )
}

function StateTag({ state }: { readonly state: ValueState }) {
  const { t } = useTranslation()
  switch (state) {
    case 'open':
      return <StateMark tone="red">{t('imports.values.choose')}</StateMark>
    case 'guess':
      return <StateMark tone="amber">{t('imports.values.lookAt')}</StateMark>
    case 'new':
      return <StateMark tone="accent">{t('imports.values.isNew')}</StateMark>
    case 'sure':
      return null
  }
}
