import { Button, Descriptions } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import { useOpenRequest } from '../../components/drafts/use-open-request.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { ProfileModal } from './ProfileModal.tsx'
import { PersonMenu } from './person/PersonMenu.tsx'

/** What is known of the customer, and their other purchase intents. */
export function ProfileCard({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const [isEditing, setEditing] = useState(false)
  const { customer } = lead
  useOpenRequest((what) => {
    if (what === 'profile' && lead.isMine) setEditing(true)
    return what === 'profile'
  })
  const items = [
    { key: 'name', label: t('leads.profile.name'), children: customer.name },
    { key: 'gender', label: t('leads.profile.gender'), children: word('gender', customer.gender) },
    { key: 'phone', label: t('leads.profile.phone'), children: <PhoneText value={customer.phone} /> },
    { key: 'wechat', label: t('leads.profile.wechat'), children: customer.wechat ?? '–' },
    { key: 'city', label: t('leads.profile.city'), children: customer.city ?? '–' },
    { key: 'note', label: t('leads.profile.note'), children: customer.note ?? '–' },
  ]
  return (
    <section className="fl-card" aria-labelledby="ld-profile">
      <div className="fl-card-head">
        <h2 id="ld-profile">{t('leads.profile.title')}</h2>
        <span className="ld-profile-acts">
          <PersonMenu lead={lead} />
          {lead.isMine && (
            <Button size="small" onClick={() => setEditing(true)}>
              {t('common.edit')}
            </Button>
          )}
        </span>
      </div>
      <Descriptions size="small" column={2} items={items} />
      <OtherLeads leads={lead.otherLeads} />
      {isEditing && <ProfileModal lead={lead} onClose={() => setEditing(false)} />}
    </section>
  )
}

function OtherLeads({ leads }: { readonly leads: LeadProfile['otherLeads'] }) {
  const { t } = useTranslation()
  const format = useFormats()
  if (leads.length === 0) return null
  return (
    <>
      <div className="np-muted">{t('leads.page.otherLeads')}</div>
      {leads.map(({ leadId, createdOn, bucket, model }) => (
        <div key={leadId} className="ld-other">
          <GradeTag bucket={bucket} />
          <Link to={`/leads/${leadId}`}>
            {[model, t('leads.page.since', { date: format.date(createdOn) })]
              .filter((part) => part !== null)
              .join(' · ')}
          </Link>
        </div>
      ))}
    </>
  )
}
