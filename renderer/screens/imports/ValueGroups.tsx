import { Alert, Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { type ValueGroup, withMeaning } from './meaning-view.ts'
import { StateMark } from './StateMark.tsx'
import { ValuesTable } from './ValuesTable.tsx'

type Props = {
  readonly groups: readonly ValueGroup[]
  readonly mapping: Mapping
  readonly onMean: (mapping: Mapping) => void
}

/** Every value of every column that has to mean something; what waits for an answer or a look stands open. */
export function ValueGroups({ groups, mapping, onMean }: Props) {
  const { t } = useTranslation()
  if (groups.length === 0) return null
  const items = groups.map((group) => ({
    key: group.field,
    label: t(`imports.meaningOf.${group.field}`),
    extra: <GroupState group={group} />,
    children: group.hasTooMany ? (
      <Alert
        type="warning"
        showIcon
        title={t('imports.values.tooMany', { field: t(`imports.field.${group.field}`) })}
      />
    ) : (
      <ValuesTable
        group={group}
        onMean={(value, meaning) => onMean(withMeaning(mapping, group.field, value, meaning))}
      />
    ),
  }))
  const open = groups.filter((group) => group.open + group.guesses > 0 || group.hasTooMany || hasNew(group))
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.values.title')}</h2>
        <span className="np-muted">{t('imports.values.hint')}</span>
      </div>
      <Collapse items={items} defaultActiveKey={open.map(({ field }) => field)} />
    </section>
  )
}

function hasNew(group: ValueGroup): boolean {
  return group.rows.some(({ state }) => state === 'new')
}

function GroupState({ group }: { readonly group: ValueGroup }) {
  const { t } = useTranslation()
  if (group.open > 0) return <StateMark tone="red">{t('imports.values.open', { count: group.open })}</StateMark>
  if (group.guesses > 0)
    return <StateMark tone="amber">{t('imports.values.check', { count: group.guesses })}</StateMark>
  return <StateMark tone="quiet">{t('imports.values.clear')}</StateMark>
}
