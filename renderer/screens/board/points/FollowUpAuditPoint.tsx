import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { SUSPICIONS } from '../../../../shared/domain/control-points/follow-up-audit.ts'
import { useSession } from '../../../api/session.ts'
import { CountLink } from '../blocks/CountLink.tsx'
import { type FigureEntry, FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import type { PointData } from '../point-data.ts'

/** Control point 5: are the records looked at, and are they true. */
export function FollowUpAuditPoint({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { done, reviewed, approved, coverage, passRate } = data.report.followUpAudit
  const reviewedLink = <CountLink figure="followUpAudit.reviewed" value={reviewed} />
  return (
    <>
      <Section title={t('board.section.formula')}>
        <Formula
          of="followUpAudit.coverage"
          part={{ of: 'followUpAudit.reviewed', value: reviewedLink }}
          whole={{ of: 'followUpAudit.done', value: <CountLink figure="followUpAudit.done" value={done} /> }}
          result={<Percent value={coverage} why="noneDone" />}
        />
        <Formula
          of="followUpAudit.passRate"
          part={{
            of: 'followUpAudit.approved',
            value: <CountLink figure="followUpAudit.approved" value={approved} />,
          }}
          whole={{ of: 'followUpAudit.reviewed', value: reviewedLink }}
          result={<Percent value={passRate} why="noneReviewed" />}
        />
      </Section>
      <PeopleTable
        data={data}
        columns={[
          {
            of: 'followUpAudit.done',
            cell: ({ followUpAudit }, { staffId }) => (
              <CountLink figure="followUpAudit.done" value={followUpAudit.done} staffId={staffId} />
            ),
          },
          {
            of: 'followUpAudit.coverage',
            cell: ({ followUpAudit }) => <Percent value={followUpAudit.coverage} why="noneDone" />,
          },
          {
            of: 'followUpAudit.passRate',
            cell: ({ followUpAudit }) => (
              <Rate hits={followUpAudit.approved} trials={followUpAudit.reviewed} why="noneReviewed" />
            ),
          },
          {
            of: 'followUpAudit.suspect',
            cell: ({ followUpAudit }, { staffId }) => (
              <CountLink figure="followUpAudit.suspect" value={followUpAudit.suspect} staffId={staffId} />
            ),
          },
        ]}
      />
      <Suspicions data={data} />
    </>
  )
}

/** Questions to ask, never accusations (domain.md 5): each rule is worded as one. */
function Suspicions({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const { can } = useSession()
  const { suspect, suspectByRule } = data.report.followUpAudit
  const rules = SUSPICIONS.map((rule): FigureEntry => {
    const figure = `followUpAudit.suspectByRule.${rule}` as const
    return [figure, <CountLink key={rule} figure={figure} value={suspectByRule[rule]} />]
  })
  return (
    <Section
      title={t('board.section.suspicions')}
      note={t('records.ask')}
      extra={can(MANAGERS) && <Link to="/review">{t('board.goReview')}</Link>}
    >
      <FigureList
        entries={[
          ['followUpAudit.suspect', <CountLink key="all" figure="followUpAudit.suspect" value={suspect} />],
          ...rules,
        ]}
      />
    </Section>
  )
}
