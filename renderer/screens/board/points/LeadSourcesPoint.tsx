import { useTranslation } from 'react-i18next'
import type { SourceFigures } from '../../../../shared/domain/control-points/lead-sources.ts'
import { ratio } from '../../../../shared/domain/measures/ratio.ts'
import { CHANNEL_GROUPS, type ChannelGroup } from '../../../../shared/values/vocabulary.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName, type NamedFigure } from '../blocks/FigureName.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Decimal, Percent, Rate, Yuan } from '../blocks/Numbers.tsx'
import { type PeopleColumn, PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'
import { whyUnknown } from '../why-unknown.ts'
import { SourceCharts } from './SourceCharts.tsx'

/** Control point 8: where customers come from and what they cost. */
export function LeadSourcesPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { N } = data.report.funnel
  const why = whyUnknown('leadSources', data.report)
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="leadSources.reach"
          part={{ of: 'funnel.N', value: <CountLink figure="funnel.N" value={N} /> }}
          whole={{ of: 'leadSources.need', value: <Decimal value={data.nNeeded} why={why} /> }}
          result={<Percent value={ratio(N, data.nNeeded)} places={0} why={why} />}
        />
        <NeedFormula data={data} />
      </Section>
      <SourceCharts data={data} />
      <Section title={t('board.section.figures')}>
        <div className="bd-scroll">
          <SourceTable data={data} />
        </div>
      </Section>
      <PeopleTable data={data} columns={PEOPLE_COLUMNS} />
    </>
  )
}

/** N needed by now = target so far / (K x F x C of the 90 days before), with its own numbers. */
function NeedFormula({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { K, F, C } = data.experience
  if (data.nNeeded === null) return null
  return (
    <p className="bd-formula np-num">
      {t('board.needFormula', {
        expected: format.decimal(data.report.targetProgress.expectedByNow),
        K: format.ratio(K),
        F: format.ratio(F),
        C: format.ratio(C),
        need: format.decimal(data.nNeeded),
      })}
    </p>
  )
}

const COLUMNS: readonly NamedFigure[] = [
  'funnel.N',
  'funnel.captured',
  'funnel.K',
  'funnel.won',
  'leadSources.byChannel.deals',
  'leadSources.cost',
  'leadSources.costPerVisit',
  'leadSources.costPerCaptured',
  'leadSources.costPerDeal',
  'leadSources.grossProfit',
  'leadSources.roi',
]

function SourceTable({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { byChannel, byGroup } = data.report.leadSources
  const channels = new Map(Object.entries(byChannel))
  return (
    <table className="bd-table bd-sources">
      <thead>
        <tr>
          <th>{t('board.column.channel')}</th>
          {COLUMNS.map((of) => (
            <th key={of} className="bd-right">
              <FigureName of={of} />
            </th>
          ))}
        </tr>
      </thead>
      {CHANNEL_GROUPS.map((group: ChannelGroup) => (
        <tbody key={group}>
          {data.channels
            .filter((channel) => channel.group === group)
            .map(({ id, name }) => {
              const figures = channels.get(id)
              return (
                figures && <SourceRow key={id} name={name} per="byChannel" param={id} figures={figures} data={data} />
              )
            })}
          <SourceRow
            name={t('board.other', { name: t(`codes.channelGroup.${group}`) })}
            per="byGroup"
            param={group}
            figures={byGroup[group]}
            data={data}
          />
        </tbody>
      ))}
    </table>
  )
}

type RowProps = {
  readonly name: string
  readonly per: 'byChannel' | 'byGroup'
  readonly param: string
  readonly figures: SourceFigures
  readonly data: PointData
}

function SourceRow({ name, per, param, figures, data }: RowProps) {
  const { N, captured, won, deals, cost } = figures
  const isStore = data.report.scope.staffId === null
  // A cost per nobody is not known either; the dash alone says so.
  const noCost = isStore ? 'noCost' : 'storeOnly'
  const each = (value: number | null) => <Yuan value={value} />
  return (
    <tr className={per === 'byGroup' ? 'bd-sum' : undefined}>
      <th scope="row" className="bd-nowrap">
        {name}
      </th>
      <td className="bd-right">
        <CountLink figure={`leadSources.${per}.N`} param={param} value={N} />
      </td>
      <td className="bd-right">
        <CountLink figure={`leadSources.${per}.captured`} param={param} value={captured} />
      </td>
      <td className="bd-right">
        <Rate hits={captured} trials={N} />
      </td>
      <td className="bd-right">
        <CountLink figure={`leadSources.${per}.won`} param={param} value={won} />
      </td>
      <td className="bd-right">
        <CountLink figure={`leadSources.${per}.deals`} param={param} value={deals} />
      </td>
      <td className="bd-right">
        <Yuan value={cost} why={noCost} />
      </td>
      <td className="bd-right">{each(figures.costPerVisit)}</td>
      <td className="bd-right">{each(figures.costPerCaptured)}</td>
      <td className="bd-right">{each(figures.costPerDeal)}</td>
      <td className="bd-right">
        <Yuan value={figures.grossProfit} />
      </td>
      <td className={figures.roi !== null && figures.roi < 0 ? 'bd-right bd-loss' : 'bd-right'}>
        <Percent value={figures.roi} places={0} />
      </td>
    </tr>
  )
}

const PEOPLE_COLUMNS: readonly PeopleColumn[] = [
  {
    of: 'funnel.N',
    cell: ({ funnel }, { staffId }) => <CountLink figure="funnel.N" value={funnel.N} staffId={staffId} />,
  },
  {
    of: 'leadSources.reach',
    cell: (report, { headline }) => <Percent value={headline} places={0} why={whyUnknown('leadSources', report)} />,
  },
]
