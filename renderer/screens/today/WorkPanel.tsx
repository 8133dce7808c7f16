import { CopyOutlined } from '@ant-design/icons'
import { App, Button, Form, Tooltip } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DayItem } from '../../../shared/contract/follow-ups.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { FollowUpForm, type FollowUpValues } from '../../components/floor/FollowUpForm.tsx'
import { Timeline } from '../../components/floor/Timeline.tsx'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { AgoText, PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { lateDays, wasMoved } from './day-view.ts'

const RECENT = 5

type Props = {
  readonly item: DayItem
  /** True when the person has opened it: the form takes the focus. */
  readonly isLogging: boolean
  readonly onLogged: () => void
  readonly onLeave: () => void
}

/** Everything needed for the next contact: whom, the number to dial, what was said last, and the form to log it. */
export function WorkPanel({ item, isLogging, onLogged, onLeave }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<FollowUpValues>()
  useEffect(() => {
    if (isLogging) form.focusField('outcome')
  }, [isLogging, form])
  return (
    <section className="fl-card td-panel" aria-label={item.customerName}>
      <Head item={item} />
      <FollowUpForm
        form={form}
        lead={{ leadId: item.leadId, grade: item.grade, status: 'open' }}
        customerName={item.customerName}
        hasPhone={item.phone !== null}
        saveText={t('today.saveNext')}
        isQuiet
        onDone={onLogged}
        onLeave={onLeave}
        aside={<Link to={`/leads/${item.leadId}`}>{t('today.openLead')}</Link>}
      />
      <Recent leadId={item.leadId} />
    </section>
  )
}

function Head({ item }: { readonly item: DayItem }) {
  const { t } = useTranslation()
  const format = useFormats()
  const today = useSession().today as BusinessDate
  const late = lateDays(item, today)
  const facts = [item.model, t('today.since', { date: format.date(item.createdOn) })]
  return (
    <header className="td-head">
      <div className="td-head-line">
        <h2>{item.customerName}</h2>
        <GradeTag bucket={item.grade} />
        <span className="np-muted">{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {late > 0 && <span className="fl-red">{t('today.late', { count: late })}</span>}
        {wasMoved(item) && (
          <span className="fl-amber">{t('today.firstDue', { date: format.dayMonth(item.firstDueOn) })}</span>
        )}
      </div>
      <Contact phone={item.phone} wechat={item.wechat} />
      <p className="td-last">
        {item.lastDoneOn === null ? (
          <span className="np-muted">{t('today.lastNoteNone')}</span>
        ) : (
          <>
            <span className="np-muted">
              {t('today.lastNote')} <AgoText value={item.lastDoneOn} />
            </span>{' '}
            {item.lastNote ?? <span className="np-muted">–</span>}
          </>
        )}
      </p>
    </header>
  )
}

/** How to reach them: the number to dial, or the WeChat id where there is no number. */
function Contact({ phone, wechat }: Pick<DayItem, 'phone' | 'wechat'>) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const reach = phone ?? wechat
  if (reach === null) return <div className="np-muted">{t('leads.page.noContact')}</div>
  const copy = () => void navigator.clipboard.writeText(reach).then(() => message.success(t('common.copied')))
  const copyText = t(phone === null ? 'today.copyWechat' : 'today.copyPhone')
  return (
    <div className="fl-phone">
      {phone === null ? t('leads.page.wechat', { id: reach }) : <PhoneText value={phone} />}
      <Tooltip title={copyText}>
        <Button type="text" icon={<CopyOutlined aria-hidden />} aria-label={copyText} onClick={copy} />
      </Tooltip>
    </div>
  )
}

function Recent({ leadId }: { readonly leadId: string }) {
  const { t } = useTranslation()
  const timeline = useRead('leads.get', { leadId }).data?.timeline ?? []
  if (timeline.length === 0) return null
  return (
    <>
      <h3 className="td-recent">{t('today.recent')}</h3>
      <Timeline entries={timeline.slice(0, RECENT)} />
    </>
  )
}
