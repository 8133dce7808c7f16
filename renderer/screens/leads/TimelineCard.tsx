import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../shared/contract/leads.ts'
import { Timeline } from '../../components/floor/Timeline.tsx'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { isShown, TIMELINE_KINDS, type TimelineKind } from './timeline-view.ts'

/** Everything that happened to the lead, newest first, all of it or one kind. */
export function TimelineCard({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<TimelineKind>('all')
  const offered = TIMELINE_KINDS.filter((one) => entries.some((entry) => isShown(entry, one)))
  const shown = entries.filter((entry) => isShown(entry, kind))
  return (
    <section className="fl-card" aria-labelledby="ld-timeline">
      <div className="fl-card-head ld-wrap">
        <h2 id="ld-timeline">{t('leads.timeline.title')}</h2>
        {offered.length > 2 && (
          <Segmented<TimelineKind>
            size="small"
            aria-label={t('leads.timeline.filter')}
            value={kind}
            onChange={setKind}
            options={offered.map((value) => ({ value, label: t(`leads.timeline.kind.${value}`) }))}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyHint title={t('leads.timeline.empty')} hint={t('leads.timeline.emptyHint')} />
      ) : (
        <Timeline entries={shown} />
      )}
    </section>
  )
}
