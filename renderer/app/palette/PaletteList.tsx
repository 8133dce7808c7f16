import { AppstoreOutlined, ThunderboltOutlined, UserOutlined } from '@ant-design/icons'
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLead } from '../../../shared/contract/lead-list.ts'
import { KeyCaps } from '../../components/keys/KeyCaps.tsx'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import type { PaletteEntry } from './entries.ts'
import type { Group, Option } from './rank.ts'

export const optionId = (listId: string, key: string) => `${listId}-${key}`

type Props = {
  readonly id: string
  readonly groups: readonly Group[]
  readonly activeKey: string | null
  /** What these were found for. */
  readonly text: string
  /** The answer to the last key is on its way. */
  readonly isBusy: boolean
  /** Only customers are asked for. */
  readonly isAsking: boolean
  readonly onChoose: (key: string) => void
  readonly onRun: (option: Option) => void
}

/** The finds by kind. The focus stays in the box; the chosen one is named to it. */
export function PaletteList(props: Props) {
  const { id, groups, activeKey, text, isBusy, isAsking, onChoose } = props
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const latestRun = useRef(props.onRun)
  useLayoutEffect(() => {
    latestRun.current = props.onRun
  })
  const onRun = useCallback((option: Option) => latestRun.current(option), [])
  const count = groups.reduce((sum, { options }) => sum + options.length, 0)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [activeKey, groups])
  return (
    <>
      <div ref={list} id={id} role="listbox" className="pl-list" aria-label={t('palette.results')} aria-busy={isBusy}>
        <Groups id={id} groups={groups} activeKey={activeKey} onChoose={onChoose} onRun={onRun} />
      </div>
      {count === 0 && <Nothing text={text} isAsking={isAsking} />}
      <div role="status" className="pl-unseen">
        {text !== '' && t('palette.count', { count })}
      </div>
    </>
  )
}

type GroupsProps = Pick<Props, 'id' | 'groups' | 'activeKey' | 'onChoose' | 'onRun'>

/** Drawn anew only when the finds or the chosen one change, not with every key. */
const Groups = memo(function Groups({ id, groups, activeKey, onChoose, onRun }: GroupsProps) {
  const { t } = useTranslation()
  return groups.map(({ key, options }) => (
    <div key={key} role="group" aria-labelledby={`${id}.${key}`}>
      <div id={`${id}.${key}`} className="pl-group" role="presentation">
        {t(`palette.group.${key}`)}
      </div>
      {options.map((option) => (
        <div
          key={option.key}
          id={optionId(id, option.key)}
          role="option"
          aria-selected={option.key === activeKey}
          className="pl-option"
          onMouseMove={() => option.key !== activeKey && onChoose(option.key)}
          // The focus stays where it is typed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onRun(option)}
        >
          <OptionLine option={option} />
        </div>
      ))}
    </div>
  ))
})

const OptionLine = memo(function OptionLine({ option }: { readonly option: Option }) {
  return option.kind === 'lead' ? <LeadLine lead={option.lead} /> : <EntryLine entry={option.entry} />
})

function Nothing({ text, isAsking }: { readonly text: string; readonly isAsking: boolean }) {
  const { t } = useTranslation()
  if (text === '') return <p className="pl-nothing np-muted">{isAsking && t('palette.typeCustomer')}</p>
  return (
    <div className="pl-nothing">
      <p>{t('palette.none', { text })}</p>
      <p className="np-muted">{t('palette.noneHint')}</p>
    </div>
  )
}

function LeadLine({ lead }: { readonly lead: FoundLead }) {
  const { t } = useTranslation()
  const whose = lead.ownerName === null ? t('palette.nobodys') : t('palette.theirs', { name: lead.ownerName })
  return (
    <>
      <span className="pl-mark">
        <UserOutlined aria-hidden />
      </span>
      <strong className="pl-name">{lead.customerName}</strong>
      <span className="pl-hint">
        {lead.phone === null ? lead.wechat : <PhoneText value={lead.phone} />}
        {lead.model !== null && <span>{lead.model}</span>}
      </span>
      <span className="pl-aside">{whose}</span>
      <span className="pl-grade">
        <GradeTag bucket={lead.bucket} />
      </span>
    </>
  )
}

function EntryLine({ entry }: { readonly entry: PaletteEntry }) {
  return (
    <>
      <span className="pl-mark">
        {entry.group === 'actions' ? <ThunderboltOutlined aria-hidden /> : <AppstoreOutlined aria-hidden />}
      </span>
      <span className="pl-name">{entry.label}</span>
      <span className="pl-hint">{entry.hint}</span>
      {entry.shortcut !== null && (
        <span className="pl-aside" aria-hidden>
          <KeyCaps of={entry.shortcut} isShort />
        </span>
      )}
    </>
  )
}
