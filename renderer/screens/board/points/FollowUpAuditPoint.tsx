import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { SUSPICIONS } from '../../../../shared/domain/control-points/follow-up-audit.ts'
import { useSession } from '../../../api/session.ts'
import { useRead } from '../../../api/use-read.ts'
import { EmptyHint } from '../../../components/ui/EmptyHint.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { CountLink } from '../blocks/CountLink.tsx'
import { type FigureEntry, FigureList } from '../blocks/FigureList.tsx'
import { Formula } from '../blocks/Formula.tsx'
import { Percent, Rate } from '../blocks/Numbers.tsx'
import { PeopleTable } from '../blocks/PeopleTable.tsx'
import { Section } from '../blocks/Section.tsx'
import { TeachingHint } from '../blocks/TeachingHint.tsx'
import type { PointData } from '../point-data.ts'
import { useBoardScope } from '../use-board-scope.ts'
import { AuditCoverage } from './AuditCoverage.tsx'
import { AuditQueue } from './AuditQueue.tsx'
import { auditQueue } from './audit-queue-view.ts'
import { QuestionMatrix } from './QuestionMatrix.tsx'
import { questionMatrix } from './question-matrix-view.ts'
import { usePersonName } from './use-names.ts'

const VERDICTS = 'followUpAudit.verdicts'
const BY_DAY = 'followUpAudit.verdictsByDay'

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
      <AuditCharts data={data} />
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
            cell: ({ followUpAudit }) => (
              <Rate hits={followUpAudit.reviewed} trials={followUpAudit.done} why="noneDone" />
            ),
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

function AuditCharts({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const read = useRead('board.breakdown', { ...scope, figures: [VERDICTS, BY_DAY] })
  if (data.report.followUpAudit.done === 0) {
    return (
      <Section title={t('charts.followUpAudit.queue')}>
        <TeachingHint about="charts.followUpAudit.empty" to="/today" />
      </Section>
    )
  }
  return (
    <Loaded read={read}>
      {({ cells: { [VERDICTS]: verdicts = [], [BY_DAY]: byDay = [] } }) => {
        const people = data.people.map(({ staffId }) => staffId)
        const queue = auditQueue({ verdicts, byDay }, people, data.report.period.asOf)
        return (
          <div className="bd-columns">
            <Section title={t('charts.followUpAudit.queue')}>
              <AuditQueue data={data} queue={queue} />
            </Section>
            <Section title={t('charts.followUpAudit.coverage')}>
              <AuditCoverage data={data} queue={queue} />
            </Section>
          </div>
        )
      }}
    </Loaded>
  )
}

const QUESTIONS = SUSPICIONS.map((rule) => `followUpAudit.suspectByPerson.${rule}` as const)

/** The questions by whom they go to; where there are none, what would be asked. */
function Questions({ data }: { readonly data: PointData }) {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const personName = usePersonName(data.people)
  const read = useRead('board.breakdown', { ...scope, figures: QUESTIONS })
  const { suspect, byStaff } = data.report.followUpAudit
  if (suspect === 0) {
    const [title, hint] = [t('charts.followUpAudit.noQuestions.title'), t('charts.followUpAudit.noQuestions.hint')]
    return <EmptyHint title={title} hint={hint} />
  }
  return (
    <Loaded read={read}>
      {({ cells }) => {
        const byRule = SUSPICIONS.map((rule) => [rule, cells[`followUpAudit.suspectByPerson.${rule}`] ?? []] as const)
        const people = data.people.map(({ staffId }) => staffId)
        const rows = questionMatrix(new Map(byRule), people, byStaff)
        return <QuestionMatrix rows={rows} personName={personName} />
      }}
    </Loaded>
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
      <Questions data={data} />
      <FigureList
        entries={[
          ['followUpAudit.suspect', <CountLink key="all" figure="followUpAudit.suspect" value={suspect} />],
          ...rules,
        ]}
      />
    </Section>
  )
}
