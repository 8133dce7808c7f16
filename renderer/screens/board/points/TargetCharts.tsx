import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { isWholeMonths } from '../../../../shared/domain/trend-periods.ts'
import { useSession } from '../../../api/session.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { PaceChart } from './PaceChart.tsx'
import { paceDays } from './pace-view.ts'
import { TargetPeople } from './TargetPeople.tsx'

type Props = { readonly data: PointData }

/** The charts of control point 9: the way to the target, and whose share of it is made. */
export function TargetCharts({ data }: Props) {
  const { t } = useTranslation()
  const { can } = useSession()
  const note = useCurveNote(data)
  const { target, actual, cancelled } = data.report.targetProgress
  if (target === null && actual === 0 && cancelled === 0) return <NothingYet />
  return (
    <>
      <Section
        title={t('charts.targetProgress.curve')}
        note={note}
        extra={
          target === null && can(MANAGERS) ? (
            <Link to="/settings/targets">{t('charts.targetProgress.setTarget')}</Link>
          ) : null
        }
      >
        <Curve data={data} />
      </Section>
      {data.people.length > 1 && (
        <Section title={t('charts.targetProgress.people')} note={t('charts.targetProgress.peopleNote')}>
          <TargetPeople data={data} />
        </Section>
      )}
    </>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <Section title={t('charts.targetProgress.curve')}>
      <TeachingHint about="charts.targetProgress.empty" to="/settings/targets" />
    </Section>
  )
}

/** What the rest of the period asks for a day, and whatever makes the curve less than it seems. */
function useCurveNote({ report, forecast }: PointData): string {
  const { t } = useTranslation()
  const format = useFormats()
  const { target, remaining, openDaysLeft } = report.targetProgress
  const asked = () => {
    if (target === null || remaining === null) return t('charts.targetProgress.noTarget')
    if (remaining === 0) return t('charts.targetProgress.reached', { target: format.decimal(target) })
    if (openDaysLeft === 0) return t('charts.targetProgress.short', { remaining: format.decimal(remaining) })
    const perDay = format.decimal(remaining / openDaysLeft)
    return t('charts.targetProgress.perDay', { perDay, target: format.decimal(target) })
  }
  const isPart = target !== null && !isWholeMonths(report.period)
  const notes = [
    asked(),
    isPart ? t('charts.targetProgress.partMonth') : '',
    forecast === null ? t('charts.targetProgress.noExperience') : '',
  ]
  return notes.filter((note) => note !== '').join(' · ')
}

function Curve({ data }: Props) {
  const scope = useBoardScope()
  const read = useRead('board.breakdown', { ...scope, figures: ['targetProgress.byDay'] })
  return (
    <Loaded read={read}>
      {({ cells }) => <DealCurve data={data} cells={cells['targetProgress.byDay'] ?? NONE} />}
    </Loaded>
  )
}

const NONE: NonNullable<Parameters<typeof paceDays>[0]['cells']> = []

function DealCurve({ data, cells }: Props & { readonly cells: typeof NONE }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { report, curve, forecast } = data
  const { target, actual, expectedByNow } = report.targetProgress
  const { asOf, to } = report.period
  const end = asOf < to ? asOf : to
  const days = useMemo(() => paceDays({ curve, cells, end, target, perDeal: 1 }), [curve, cells, end, target])
  return (
    <PaceChart
      days={days}
      of="deals"
      figure="targetProgress.byDay"
      target={target}
      summary={t('charts.targetProgress.summary', {
        date: format.dayMonth(end),
        actual: format.count(actual),
        expected: format.decimal(expectedByNow),
        forecast: format.decimal(forecast?.deals ?? null),
      })}
    />
  )
}
