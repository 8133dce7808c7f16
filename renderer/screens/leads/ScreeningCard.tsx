import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, type FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../shared/contract/leads.ts'
import type { RuleSet } from '../../../shared/domain/screening/rule-set.ts'
import type { BusinessDate } from '../../../shared/values/business-date.ts'
import type { Grade } from '../../../shared/values/grade.ts'
import { useSession } from '../../api/session.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { type Draft, useDraft } from '../../components/drafts/use-draft.ts'
import type { Cadence } from '../../components/floor/next-dates.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { ScreeningQuestions } from './ScreeningQuestions.tsx'
import { ScreeningVerdict } from './ScreeningVerdict.tsx'
import { draftOf, factsOf, type ScreeningDraft, verdictOf } from './screening-view.ts'

type Props = { readonly lead: LeadProfile; readonly cadence: Cadence; readonly ruleSet: RuleSet }
type Values = ScreeningDraft & { readonly override?: { readonly grade?: Grade | null; readonly reason?: string } }

/** The screening questions with the grade they lead to beside them, live. Nothing typed is lost when somebody else was faster. */
export function ScreeningCard({ lead, cadence, ruleSet }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const labels = useGradeLabels()
  const today = useSession().today as BusinessDate
  const [form] = Form.useForm<Values>()
  const { base, isTouched, setTouched, rebase } = useBase(lead, (latest) =>
    form.setFieldsValue(draftOf(latest.facts, today)),
  )
  const { chosen, choose, kept } = useScreeningDraft(form, lead, draftOf(base.facts, today), setTouched)
  const watched = Form.useWatch((values) => values, form)
  const draft: ScreeningDraft = { ...draftOf(base.facts, today), ...watched }
  const verdict = verdictOf({
    draft,
    lead: base,
    chosen,
    reason: watched?.override?.reason ?? '',
    today,
    cadence,
    ruleSet,
  })
  const grade = verdict.decision.ok ? verdict.decision.grade : chosen
  const { submit, isPending, failure } = useFormAct(form, 'leads.screen', {
    draft: kept,
    said: t('leads.screening.saved', { label: labels[grade ?? ''] ?? '' }),
    onDone: () => {
      setTouched(false)
      choose(null)
      form.resetFields([['override', 'reason']])
    },
  })
  const isConflict = failure?.failure.code === 'changed_meanwhile'
  useLatestAfter(isConflict)

  const save = (version: number) => {
    const reason = form.getFieldValue(['override', 'reason']) as string | undefined
    const override = chosen === null ? null : { grade: chosen, reason: reason ?? null }
    // Of the form itself: watching lags a moment behind typing.
    const said: ScreeningDraft = { ...draft, ...form.getFieldsValue(true) }
    submit({ leadId: lead.leadId, version, facts: factsOf(said), override })
  }
  return (
    <section className="fl-card" aria-labelledby="ld-screening">
      <h2 id="ld-screening">{t('leads.screening.title')}</h2>
      {isConflict ? (
        <ChangedMeanwhile
          draft={draft}
          theirs={draftOf(lead.facts, today)}
          isPending={isPending}
          onUseMine={() => save(lead.version)}
          onUseTheirs={() => {
            kept.discard()
            rebase(lead)
          }}
        />
      ) : (
        <FailureNotice error={failure} />
      )}
      <DraftNotice draft={kept} />
      <Form
        form={form}
        name="screening"
        className="fl-form ld-screen"
        layout="vertical"
        initialValues={draftOf(base.facts, today)}
        onValuesChange={() => {
          setTouched(true)
          kept.keep()
        }}
        onFinish={() => save(isTouched ? base.version : lead.version)}
      >
        <ScreeningQuestions expected={verdict.expectedOn === null ? null : format.date(verdict.expectedOn)} />
        <div className="ld-screen-side">
          <ScreeningVerdict
            verdict={verdict}
            ruleSet={ruleSet}
            chosen={chosen}
            onChoose={(next) => {
              choose(next)
              kept.keep()
            }}
          />
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('leads.screening.accept', { label: labels[grade ?? verdict.screening.grade] ?? '' })}
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** The answers as they are typed, and the grade chosen against the rules, which no field holds. */
function useScreeningDraft(
  form: FormInstance<Values>,
  lead: LeadProfile,
  initial: ScreeningDraft,
  setTouched: (isTouched: boolean) => void,
): { chosen: Grade | null; choose: (grade: Grade | null) => void; kept: Draft } {
  const [chosen, setChosen] = useState<Grade | null>(null)
  const kept = useDraft(form, {
    form: 'screening',
    subject: lead.leadId,
    initial,
    isEdit: true,
    follows: true,
    about: lead.customer.name,
    path: `/leads/${lead.leadId}`,
    onRestored: ({ override }) => {
      // Typed: what others save from now on does not replace it by itself.
      setTouched(true)
      if (override !== undefined) setChosen(override.grade ?? null)
    },
    onDiscarded: () => {
      setTouched(false)
      setChosen(null)
    },
  })
  const choose = (grade: Grade | null) => {
    setChosen(grade)
    form.setFieldValue(['override', 'grade'], grade ?? undefined)
  }
  return { chosen, choose, kept }
}

/** The lead as it was when its answers were laid out. A newer one replaces it as long as nobody has typed. */
function useBase(lead: LeadProfile, layOut: (lead: LeadProfile) => void) {
  const [base, setBase] = useState(lead)
  const [isTouched, setTouched] = useState(false)
  const rebase = (latest: LeadProfile) => {
    setBase(latest)
    setTouched(false)
    layOut(latest)
  }
  useEffect(() => {
    if (lead.version !== base.version && !isTouched) rebase(lead)
  })
  return { base, isTouched, setTouched, rebase }
}

/** Somebody else was faster: ask for what they saved. */
function useLatestAfter(isConflict: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (isConflict) void queries.invalidateQueries({ queryKey: ['leads.get'] })
  }, [isConflict, queries])
}
