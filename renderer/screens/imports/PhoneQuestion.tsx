import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/use-formats.ts'
import { Choices } from './Choices.tsx'
import { Question } from './Question.tsx'
import type { DraftHandle } from './use-draft.ts'

type Props = { readonly question: 'known' | 'otherName'; readonly handle: DraftHandle }

/** What a number that stands somewhere already says about who it is. */
export function PhoneQuestion({ question, handle }: Props) {
  return question === 'known' ? <KnownPhone handle={handle} /> : <OtherName handle={handle} />
}

function KnownPhone({ handle }: Pick<Props, 'handle'>) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  return (
    <Question title={t('imports.questions.known.title')} evidence={t('imports.questions.known.evidence')}>
      <Choices
        ariaLabel={t('imports.questions.known.title')}
        value={mapping.knownPhone}
        choices={[
          {
            value: 'same_person',
            label: t('imports.questions.known.same_person'),
            hint: t('imports.questions.known.same_personHint'),
          },
          { value: 'skip', label: t('imports.questions.known.skip') },
        ]}
        onChange={(knownPhone) => handle.answer({ ...mapping, knownPhone })}
      />
    </Question>
  )
}

function OtherName({ handle }: Pick<Props, 'handle'>) {
  const { t } = useTranslation()
  const format = useFormats()
  const { mapping, plan } = handle.draft
  const rows = plan === null ? 0 : (plan.flags.other_name ?? 0) + (plan.leftOut.phone_on_other_name ?? 0)
  const choices = (['same_person', 'another_person', 'skip'] as const).map((value) => ({
    value,
    label: t(`imports.questions.otherName.${value}`),
    hint: t(`imports.questions.otherName.${value}Hint`),
  }))
  return (
    <Question
      title={t('imports.questions.otherName.title')}
      evidence={
        plan === null
          ? t('imports.questions.otherName.evidenceUnknown')
          : t('imports.questions.otherName.evidence', { rows: format.count(rows) })
      }
    >
      <Choices
        ariaLabel={t('imports.questions.otherName.title')}
        value={mapping.otherName}
        choices={choices}
        onChange={(otherName) => handle.answer({ ...mapping, otherName })}
      />
    </Question>
  )
}
