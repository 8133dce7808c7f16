import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/use-formats.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { FigureName } from '../blocks/FigureName.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { type PeopleColumn, PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import { Unknown } from '../blocks/Unknown.tsx'
import type { PointData } from '../point-data.ts'
import { SellingCharts } from './SellingCharts.tsx'

/** Control point 7: of those worked, how many buy. */
export function SellingSkillPoint({ data }: { readonly data: PointData }) {
  const { funnel, customerTypes, sellingSkill } = data.report
  const hasOpened = Object.values(customerTypes.opening).some((count) => count > 0)
  const hasLost = Object.keys(sellingSkill.lossReasons).length > 0
  if (funnel.owned === 0 && !hasOpened && !hasLost) return <NothingYet />
  return (
    <>
      <Formulas data={data} />
      <SellingCharts data={data} />
      <PeopleTable data={data} columns={COLUMNS} />
    </>
  )
}

function NothingYet() {
  const { t } = useTranslation()
  return (
    <Section title={t('charts.sellingSkill.chain')}>
      <TeachingHint about="charts.sellingSkill.empty" to="/visits?open=visit" />
    </Section>
  )
}

function Formulas({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { funnel, sellingSkill: skill } = data.report
  const worked = <CountLink figure="funnel.worked" value={funnel.worked} />
  const owned = <CountLink figure="funnel.owned" value={funnel.owned} />
  return (
    <Section title={t('board.section.formula')}>
      <Formula
        of="sellingSkill.C"
        part={{ of: 'funnel.won', value: <CountLink figure="funnel.won" value={funnel.won} /> }}
        whole={{ of: 'funnel.worked', value: worked }}
        result={<Percent value={skill.C} why="noneWorked" />}
      />
      {skill.interval !== null && (
        <p className="bd-formula">
          <FigureName of="sellingSkill.interval" />
          <strong className="np-num">
            {t('board.between', { low: format.ratio(skill.interval[0]), high: format.ratio(skill.interval[1]) })}
          </strong>
        </p>
      )}
      <Formula
        of="sellingSkill.testDriveRate"
        part={{
          of: 'sellingSkill.testDrives',
          value: <CountLink figure="sellingSkill.testDrives" value={skill.testDrives} />,
        }}
        whole={{ of: 'funnel.worked', value: worked }}
        result={<Percent value={skill.testDriveRate} why="noneWorked" />}
      />
      <Formula
        of="sellingSkill.beBackRate"
        part={{ of: 'sellingSkill.beBacks', value: <CountLink figure="sellingSkill.beBacks" value={skill.beBacks} /> }}
        whole={{ of: 'funnel.owned', value: owned }}
        result={<Percent value={skill.beBackRate} why="noneCaptured" />}
      />
      <p className="bd-formula">
        <FigureName of="sellingSkill.medianDaysToDeal" />
        <strong className="np-num">
          {skill.medianDaysToDeal === null ? (
            <Unknown why="noneWon" />
          ) : (
            t('board.days', { value: format.decimal(skill.medianDaysToDeal) })
          )}
        </strong>
      </p>
    </Section>
  )
}

const COLUMNS: readonly PeopleColumn[] = [
  {
    of: 'funnel.owned',
    cell: ({ funnel }, { staffId }) => <CountLink figure="funnel.owned" value={funnel.owned} staffId={staffId} />,
  },
  {
    of: 'funnel.worked',
    cell: ({ funnel }, { staffId }) => <CountLink figure="funnel.worked" value={funnel.worked} staffId={staffId} />,
  },
  {
    of: 'funnel.won',
    cell: ({ funnel }, { staffId }) => <CountLink figure="funnel.won" value={funnel.won} staffId={staffId} />,
  },
  {
    of: 'sellingSkill.C',
    cell: ({ funnel }) => <Rate hits={funnel.won} trials={funnel.worked} why="noneWorked" />,
  },
  {
    of: 'sellingSkill.testDriveRate',
    cell: ({ sellingSkill }) => <Percent value={sellingSkill.testDriveRate} why="noneWorked" />,
  },
  {
    of: 'sellingSkill.beBackRate',
    cell: ({ sellingSkill }) => <Percent value={sellingSkill.beBackRate} why="noneCaptured" />,
  },
]
