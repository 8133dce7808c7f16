import { Alert, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import { GRADES, type Grade } from '../../../shared/values/grade.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { GradeTag } from '../../components/ui/GradeTag.tsx'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import type { Verdict } from './screening-view.ts'
import { useFactWords } from './use-fact-words.ts'
import { useRuleWords } from './use-rule-words.ts'

const QUESTIONS_SHOWN = 3

type Props = {
  readonly verdict: Verdict
  readonly ruleSet: RuleSet
  readonly chosen: Grade | null
  readonly onChoose: (grade: Grade | null) => void
}

/** The proposed grade and why, what to ask next, what does not fit together; and another grade, with a reason. */
export function ScreeningVerdict({ verdict, ruleSet, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const factWords = useFactWords()
  const ruleWords = useRuleWords(ruleSet)
  const { screening, decision } = verdict
  const questions = screening.missing.slice(0, QUESTIONS_SHOWN).map((fact) => t(`leads.screening.fact.${fact}`))
  const willBe = decision.ok ? decision.grade : (chosen ?? screening.grade)
  return (
    <section className="ld-verdict" aria-label={t('leads.screening.verdict')}>
      <div className="ld-verdict-grade" aria-live="polite">
        <span>{t('leads.screening.verdict')}</span>
        <GradeTag bucket={screening.grade} />
      </div>
      {screening.because.map(({ rule, facts }) => (
        <div key={rule}>
          <p>{ruleWords(rule)}</p>
          {facts.length > 0 && (
            <p className="np-muted">{t('leads.screening.becauseOf', { facts: facts.map(factWords).join(' · ') })}</p>
          )}
        </div>
      ))}
      {screening.conflicts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              <strong>{t('leads.screening.conflicts')}</strong>
              {screening.conflicts.map(({ code }) => (
                <div key={code}>{t(`leads.screening.conflict.${code as 'decided_but_far'}`)}</div>
              ))}
            </>
          }
        />
      )}
      {questions.length > 0 && <p>{t('leads.screening.missing', { questions: questions.join(' · ') })}</p>}
      <p className="np-muted">{t('leads.screening.nextDue', { date: format.dayMonth(screening.nextFollowUpDue) })}</p>
      <GradeChoice verdict={verdict} chosen={chosen} willBe={willBe} onChoose={onChoose} />
    </section>
  )
}

function GradeChoice({ verdict, chosen, willBe, onChoose }: Omit<Props, 'ruleSet'> & { readonly willBe: Grade }) {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const { screening, decision } = verdict
  const kept = chosen === null && decision.ok && decision.source === 'override' ? decision.reason : null
  return (
    <div className="ld-verdict-choice">
      <span className="np-muted">{t('leads.screening.willBe')}</span>
      <ChoiceButtons
        ariaLabel={t('leads.screening.override')}
        choices={GRADES.map((value) => ({ value, label: labels[value] ?? value }))}
        value={willBe}
        onChange={onChoose}
      />
      {willBe !== screening.grade && (
        <Form.Item
          name={['override', 'reason']}
          label={t('leads.screening.overrideReason')}
          rules={kept === null ? [{ required: true, whitespace: true, message: t('issue.reason_required') }] : []}
          {...(kept === null ? {} : { extra: t('leads.screening.overridden', { reason: kept }) })}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
    </div>
  )
}
