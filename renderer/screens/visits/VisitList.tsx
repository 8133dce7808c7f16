import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, Table, type TableColumnsType } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { SALES } from '../../../shared/contract/operation.ts'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { useSession } from '../../api/session.ts'
import { useMenuFocus } from '../../components/keys/use-menu-focus.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'

export type VisitAct = 'capture' | 'correct' | 'void'

type Props = {
  readonly visits: readonly VisitRow[]
  /** A panel stands beside it: on a narrow window only the columns that say who it was. */
  readonly isBeside: boolean
  readonly onAct: (act: VisitAct, visit: VisitRow) => void
  /** Begins the first entry of a day; null where none can be added now. */
  readonly onLog: (() => void) | null
}

/** The visits of a day, newest first; voided ones stay in sight, struck through. */
export function VisitList({ visits, isBeside, onAct, onLog }: Props) {
  const { t } = useTranslation()
  const wide: Pick<TableColumnsType<VisitRow>[number], 'responsive'> = isBeside ? { responsive: ['xl'] } : {}
  const columns: TableColumnsType<VisitRow> = [
    { title: t('visits.list.time'), width: 76, render: (_, visit) => <When visit={visit} /> },
    { title: t('visits.list.customer'), render: (_, visit) => <Who visit={visit} /> },
    { title: t('visits.list.visit'), render: (_, visit) => <What visit={visit} /> },
    { ...wide, title: t('visits.list.channel'), dataIndex: 'channelName' },
    { ...wide, title: t('visits.list.receivedBy'), render: (_, visit) => visit.receivedByName ?? '–' },
    {
      title: t('visits.list.actions'),
      width: 132,
      align: 'right',
      render: (_, visit) => <Actions visit={visit} onAct={onAct} />,
    },
  ]
  if (visits.length === 0) {
    const action = onLog !== null && (
      <Button type="primary" onClick={onLog}>
        {t('visits.log')}
      </Button>
    )
    return <EmptyHint title={t('visits.list.empty')} hint={t('visits.list.emptyHint')} action={action} />
  }
  return (
    <div className="fl-scroll">
      <Table<VisitRow>
        size="middle"
        rowKey="id"
        aria-label={t('visits.list.label')}
        columns={columns}
        dataSource={[...visits]}
        pagination={false}
        rowClassName={(visit) => (visit.voidReason === null ? '' : 'vs-voided')}
      />
    </div>
  )
}

function When({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <>
      <span className="np-num">{format.clock(visit.arrivedAt)}</span>
      {visit.isLate && (
        <div>
          <span className="fl-mark" title={t('visits.list.lateHint', { time: format.dateTime(visit.loggedAt) })}>
            {t('visits.list.late')}
          </span>
        </div>
      )}
    </>
  )
}

function Who({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const seesLeads = useSession().can(SALES)
  if (visit.voidReason !== null)
    return <span className="np-muted">{t('visits.list.voided', { reason: visit.voidReason })}</span>
  if (visit.leadId === null) {
    const isAsked = visit.purpose === 'purchase'
    return (
      <span className="np-muted">
        {isAsked ? t('visits.list.anonymous') : t('codes.visitPurpose.other')}
        {visit.notCapturedReason !== null && ` · ${word('notCaptured', visit.notCapturedReason)}`}
        {visit.note !== null && <div className="vs-note">{visit.note}</div>}
      </span>
    )
  }
  return (
    <>
      {seesLeads ? (
        <Link className="fl-name" to={`/leads/${visit.leadId}`}>
          {visit.customerName}
        </Link>
      ) : (
        visit.customerName
      )}{' '}
      <PhoneText value={visit.phone} />
      <div className="np-muted vs-note">{[visit.model, visit.note].filter((part) => part !== null).join(' · ')}</div>
    </>
  )
}

function What({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation()
  const isShowroomBuyer = visit.kind === 'showroom' && visit.purpose === 'purchase'
  const parts = [
    visit.kind === 'phone' ? t('codes.visitKind.phone') : null,
    isShowroomBuyer ? t(visit.firstVisit ? 'visits.list.firstVisit' : 'visits.list.again') : null,
    visit.partySize === null ? null : t('visits.list.party', { count: visit.partySize }),
  ]
  return <span className="fl-nowrap">{parts.filter((part) => part !== null).join(' · ') || '–'}</span>
}

function Actions({ visit, onAct }: { readonly visit: VisitRow; readonly onAct: Props['onAct'] }) {
  const { t } = useTranslation()
  const { me } = useSession()
  const menu = useMenuFocus()
  if (visit.voidReason !== null) return null
  const isOwn = me.role !== 'salesperson' || visit.receivedBy === null || visit.receivedBy === me.id
  const mayCapture = visit.leadId === null && visit.purpose === 'purchase'
  const format = visit.customerName ?? t('visits.list.anonymous')
  return (
    <span className="vs-actions">
      {mayCapture && (
        <Button size="small" onClick={() => onAct('capture', visit)}>
          {t('visits.list.capture')}
        </Button>
      )}
      {isOwn && (
        <Dropdown
          trigger={['click']}
          autoFocus
          onOpenChange={menu.onOpenChange}
          menu={{
            items: [
              { key: 'correct', label: t('visits.list.correct') },
              { key: 'void', label: t('visits.list.void'), danger: true },
            ],
            onClick: ({ key }) => onAct(key === 'void' ? 'void' : 'correct', visit),
          }}
        >
          <Button
            ref={menu.button}
            size="small"
            type="text"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t('visits.list.actionsOf', { who: format })}
          />
        </Dropdown>
      )}
    </span>
  )
}
