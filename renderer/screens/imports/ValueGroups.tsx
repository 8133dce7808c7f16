import { Alert, Collapse } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLabelKey, rowsToLookAt, type ValueGroup } from './meaning-view.ts'
import { StateMark } from './StateMark.tsx'
import type { DraftHandle } from './use-draft.ts'
import { ValuesTable } from './ValuesTable.tsx'

type Props = { readonly groups: readonly ValueGroup[]; readonly handle: DraftHandle }

/** Every value of every column that has to mean something; what waits for an answer or a look stands open. */
export function ValueGroups({ groups, handle }: Props) {
  const { t } = useTranslation()
  // What was open stays open while it is being answered.
  const [opened, setOpened] = useState(() =>
    groups.filter((group) => group.hasTooMany || rowsToLookAt(group).length > 0).map(({ field }) => field as string),
  )
  const items = groups.map((group) => ({
    key: group.field,
    label: t(`imports.meaningOf.${group.field}`),
    extra: <GroupState group={group} />,
    children: group.hasTooMany ? (
      <Alert
        type="warning"
        showIcon
        title={t('imports.values.tooMany', { field: t(fieldLabelKey(handle.draft.mapping.kind, group.field)) })}
      />
    ) : (
      <ValuesTable group={group} handle={handle} />
    ),
  }))
  return (
    <>
      <div className="im-head">
        <h2>{t('imports.values.title')}</h2>
        <span className="np-muted">{t('imports.values.hint')}</span>
      </div>
      <Collapse className="im-groups" items={items} activeKey={opened} onChange={(keys) => setOpened([keys].flat())} />
    </>
  )
}

function GroupState({ group }: { readonly group: ValueGroup }) {
  const { t } = useTranslation()
  if (group.open > 0) return <StateMark tone="red">{t('imports.values.open', { count: group.open })}</StateMark>
  if (group.guesses > 0)
    return <StateMark tone="amber">{t('imports.values.check', { count: group.guesses })}</StateMark>
  return <StateMark tone="quiet">{t('imports.values.clear')}</StateMark>
}
