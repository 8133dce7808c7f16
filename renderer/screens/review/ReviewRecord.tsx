import { Alert, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReviewItem } from '../../../shared/contract/follow-ups.ts'
import { spanOf } from '../../components/floor/span.ts'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { PhoneText } from '../../components/ui/Values.tsx'
import { useCodeWord } from '../../i18n/use-code-word.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { daysLate, minutesToRecord } from './review-view.ts'

type Position = { readonly at: number; readonly total: number; readonly judged: number }

/** One record with everything a manager needs to judge it. What looks odd is asked, never asserted. */
export function ReviewRecord({ item, position }: { readonly item: ReviewItem; readonly position: Position }) {
  const { t } = useTranslation()
  return (
    <article className="fl-card" aria-label={item.customerName}>
      <div className="rv-head">
        <h2>{item.customerName}</h2>
        <GradeTag bucket={item.grade} />
        <span>{item.phone === null ? t('review.noPhone') : <PhoneText value={item.phone} />}</span>
        <Link to={`/leads/${item.leadId}`}>{t('review.openLead')}</Link>
        <span className="np-muted rv-position" role="status">
          {t('review.position', { at: position.at, total: position.total })}
          {position.judged > 0 && ` · ${t('review.judged', { count: position.judged })}`}
        </span>
      </div>
      <Facts item={item} />
      <p className="rv-note">{item.note ?? <span className="np-muted">{t('review.noNote')}</span>}</p>
      {item.suspicions.length > 0 && (
        <Alert
          type="warning"
          title={
            <>
              <strong>{t('review.questions')}</strong>
              <ul className="rv-questions">
                {item.suspicions.map((rule) => (
                  <li key={rule}>{t(`review.question.${rule}`)}</li>
                ))}
              </ul>
            </>
          }
        />
      )}
    </article>
  )
}

function Facts({ item }: { readonly item: ReviewItem }) {
  const { t } = useTranslation()
  const word = useCodeWord()
  const format = useFormats()
  const late = daysLate(item, format.dayOf(item.doneAt))
  const { unit, count } = spanOf(minutesToRecord(item))
  const items = [
    { key: 'person', label: t('review.person'), children: item.staffName },
    { key: 'method', label: t('review.method'), children: word('method', item.method) },
    { key: 'outcome', label: t('review.outcome'), children: word('outcome', item.outcome) },
    {
      key: 'due',
      label: t('review.due'),
      children: (
        <span>
          <span className="np-num">{format.date(item.dueOn)}</span>{' '}
          <span className={late > 0 ? 'fl-amber' : 'np-muted'}>
            {late > 0 ? t('review.lateDays', { count: late }) : t('review.onTime')}
          </span>
        </span>
      ),
    },
    { key: 'done', label: t('review.done'), children: <span className="np-num">{format.dateTime(item.doneAt)}</span> },
    {
      key: 'logged',
      label: t('review.logged'),
      children: (
        <span>
          <span className="np-num">{format.dateTime(item.loggedAt)}</span>{' '}
          <span className="np-muted">
            {count > 0 && t('review.loggedAfter', { time: t(`review.${unit}`, { count }) })}
          </span>
        </span>
      ),
    },
  ]
  return <Descriptions size="small" column={{ sm: 2, xl: 3 }} items={items} />
}
