import { Alert, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../../shared/contract/leads.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { PageHeader } from '../../../components/ui/PageHeader.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'

type Props = { readonly lead: LeadProfile; readonly erased: NonNullable<LeadProfile['erased']> }

/** All there is to see of a lead whose customer was erased. */
export function ErasedLead({ lead, erased }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <>
      <PageHeader
        title={t('person.erased.title')}
        note={
          <span className="ld-tags">
            <GradeTag bucket={lead.grade} />
            <Tag variant="filled">{t(`codes.status.${lead.status}`)}</Tag>
            <span className="np-muted">{t('leads.page.since', { date: format.date(lead.createdOn) })}</span>
          </span>
        }
      />
      <Alert
        type="info"
        showIcon
        title={t(erased.reason === 'asked' ? 'person.erased.text' : 'person.erased.other')}
        description={t('person.erased.about', { date: format.fullDateTime(erased.at) })}
      />
    </>
  )
}
