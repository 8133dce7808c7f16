import { CopyOutlined } from '@ant-design/icons'
import { App, Button, Tag, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { type BusinessDate, daysBetween } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

type Props = { readonly lead: LeadProfile; readonly actions: ReactNode; readonly onPlan: () => void }

/** Who it is and where they stand, in two lines. */
export function LeadHeader({ lead, actions, onPlan }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { customer } = lead
  const facts = [
    lead.facts.model,
    lead.ownerName ?? t('leads.page.nobody'),
    lead.channelName,
    customer.city,
    t('leads.page.since', { date: format.date(lead.createdOn) }),
  ]
  return (
    <>
      <PageHeader
        title={customer.name}
        note={
          <span className="ld-tags">
            <GradeTag bucket={lead.grade} />
            <Tag variant="filled">{t(`codes.status.${lead.status}`)}</Tag>
            <NextDate lead={lead} />
            {lead.isMine && lead.status !== 'lost' && (
              <Button type="link" size="small" onClick={onPlan}>
                {t('leads.page.plan')}
              </Button>
            )}
          </span>
        }
        actions={actions}
      />
      <div className="ld-contact">
        <Contact lead={lead} />
        <span className="np-muted">{facts.filter((fact) => fact !== null).join(' · ')}</span>
      </div>
    </>
  )
}

function Contact({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { phone, wechat } = lead.customer
  if (phone === null && wechat === null) return <span className="np-muted">{t('leads.page.noContact')}</span>
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => message.success(t('common.copied')))
  return (
    <>
      {phone !== null && (
        <span className="fl-phone">
          <PhoneText value={phone} />
        </span>
      )}
      {phone !== null && lead.isMine && (
        <Tooltip title={t('today.copyPhone')}>
          <Button
            type="text"
            size="small"
            icon={<CopyOutlined aria-hidden />}
            aria-label={t('today.copyPhone')}
            onClick={() => copy(phone)}
          />
        </Tooltip>
      )}
      {wechat !== null && <span>{t('leads.page.wechat', { id: wechat })}</span>}
    </>
  )
}

function NextDate({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const format = useFormats()
  const today = useSession().today as BusinessDate
  if (lead.status === 'lost' || (lead.status !== 'open' && lead.planned === null)) return null
  if (lead.planned === null) return <span className="fl-amber">{t('leads.page.noDate')}</span>
  const days = daysBetween(lead.planned.dueOn as BusinessDate, today)
  return (
    <span>
      {t('leads.page.due', { date: format.dayMonth(lead.planned.dueOn) })}
      {days > 0 && <span className="fl-red"> {t('leads.page.overdue', { count: days })}</span>}
    </span>
  )
}
