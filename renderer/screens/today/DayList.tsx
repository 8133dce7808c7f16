import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { DayItem } from '../../../shared/contract/follow-ups.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { AgoText } from '../../components/ui/Values.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { lateDays, type Section, type SectionKey } from './day-view.ts'

type Props = {
  readonly sections: readonly Section[]
  readonly chosenId: string
  readonly onChoose: (leadId: string) => void
  readonly ref: Ref<HTMLDivElement>
}

/** Whom to contact: four sections, each with its count. */
export function DayList({ sections, chosenId, onChoose, ref }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="td-list" aria-label={t('today.list')} ref={ref}>
      {sections.map(({ key, items }) => (
        <section key={key} aria-labelledby={`td-${key}`}>
          <h2 id={`td-${key}`} className={key === 'overdue' ? 'fl-red' : undefined}>
            {t(`today.section.${key}`)}{' '}
            <span className="np-num" data-testid={`count-${key}`}>
              {items.length}
            </span>
          </h2>
          {items.map((item) => (
            <button
              key={item.leadId}
              type="button"
              className="td-item"
              data-lead={item.leadId}
              aria-current={item.leadId === chosenId}
              onClick={() => onChoose(item.leadId)}
            >
              <GradeTag bucket={item.grade} />
              <span className="td-item-name">
                <strong>{item.customerName}</strong>
                <span className="np-muted">{item.model}</span>
              </span>
              <Due item={item} section={key} />
            </button>
          ))}
        </section>
      ))}
    </nav>
  )
}

function Due({ item, section }: { readonly item: DayItem; readonly section: SectionKey }) {
  const { t } = useTranslation()
  const format = useFormats()
  const today = useSession().today as BusinessDate
  switch (section) {
    case 'overdue':
      return <span className="fl-red np-num">{t('today.late', { count: lateDays(item, today) })}</span>
    case 'due':
      return <span className="np-muted">{item.lastDoneOn === null ? t('today.first') : null}</span>
    case 'fresh':
      return (
        <span className="np-muted">
          {item.dueOn === null ? (
            t('today.since', { date: format.dayMonth(item.createdOn) })
          ) : (
            <>
              {t('today.first')} <AgoText value={item.dueOn} />
            </>
          )}
        </span>
      )
    case 'noNextDate':
      return (
        <span className="np-muted">
          <AgoText value={item.lastDoneOn} />
        </span>
      )
  }
}
