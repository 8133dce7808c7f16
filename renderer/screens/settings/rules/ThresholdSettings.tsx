import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DEFAULT_THRESHOLDS, LIGHT_KEYS, type Thresholds } from '../../../../shared/domain/lights.ts'
import type { BusinessDate } from '../../../../shared/values/business-date.ts'
import { useSession } from '../../../api/session.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { useUnsavedGuard } from '../../../components/forms/use-unsaved-guard.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { presetPeriod } from '../../board/periods.ts'
import './rules.css'
import { ThresholdRow } from './ThresholdRow.tsx'
import { draftOf, figuresOf, isSame, limitsOf, type ThresholdsDraft } from './thresholds-view.ts'

/** From where each light is amber and green, beside what the showroom did this month. */
export function ThresholdSettings() {
  const read = useRead('thresholds.get', {})
  return <Loaded read={read}>{({ thresholds }) => <ThresholdTable thresholds={thresholds} />}</Loaded>
}

function ThresholdTable({ thresholds }: { readonly thresholds: Thresholds }) {
  const { t } = useTranslation()
  const format = useFormats()
  const today = useSession().today as BusinessDate
  // The whole month, as the board shows it: coverage and pace are measured against its whole target.
  const { from, to } = presetPeriod('month', today)
  const board = useRead('board.show', { from, to, asOf: null, staffId: null })
  const figures = board.data === undefined ? null : figuresOf(board.data.tiles)
  const [edited, setEdited] = useState<ThresholdsDraft | null>(null)
  const saved = draftOf(thresholds)
  const draft = edited ?? saved
  const isDirty = edited !== null && !isSame(edited, saved)
  const limits = limitsOf(draft)
  const save = useAct('thresholds.save', { plainly: t('common.saved') })
  useUnsavedGuard(isDirty)
  const send = () => {
    if (limits === null) return
    save.mutate({ limits }, { onSuccess: () => setEdited(null) })
  }
  return (
    <div className="rules-panel">
      <p className="settings-note">{t('rules.thresholds.note')}</p>
      <p className="settings-note">
        {t('rules.thresholds.now', { from: format.dayMonth(from), to: format.dayMonth(today) })}
      </p>
      <div className="rules-scroll">
        <table className="rules-thresholds">
          <Head />
          <tbody>
            {LIGHT_KEYS.map((key) => (
              <ThresholdRow
                key={key}
                lightKey={key}
                figure={figures === null ? undefined : (figures[key] ?? null)}
                draft={draft[key]}
                onChange={(change) => setEdited({ ...draft, [key]: { ...draft[key], ...change } })}
                onReset={() => setEdited({ ...draft, [key]: draftOf(DEFAULT_THRESHOLDS)[key] })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <FailureNotice error={save.error} />
      <div className="settings-foot">
        <Button type="primary" disabled={!isDirty || limits === null} loading={save.isPending} onClick={send}>
          {t('common.save')}
        </Button>
        {isDirty && <Button onClick={() => setEdited(null)}>{t('rules.discard')}</Button>}
        {isDirty && <span className="np-muted">{t('rules.thresholds.unsaved')}</span>}
      </div>
    </div>
  )
}

function Head() {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col">{t('rules.thresholds.column.point')}</th>
        <th scope="col" className="rules-number">
          {t('rules.thresholds.column.now')}
        </th>
        <th scope="col">{t('rules.thresholds.column.light')}</th>
        <th scope="col">{t('rules.thresholds.column.amberFrom')}</th>
        <th scope="col">{t('rules.thresholds.column.greenFrom')}</th>
        <th scope="col">{t('rules.thresholds.column.source')}</th>
      </tr>
    </thead>
  )
}
