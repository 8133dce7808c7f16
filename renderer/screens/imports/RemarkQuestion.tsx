import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { Choices } from './Choices.tsx'
import { Question } from './Question.tsx'
import type { DraftHandle } from './use-draft.ts'

const EXAMPLES_SHOWN = 5

type Props = { readonly handle: DraftHandle }

/** A remark never becomes an order or a loss unless somebody says so, with the words before their eyes. */
export function RemarkQuestion({ handle }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const { deals, losses, examples } = handle.draft.reading.notes
  return (
    <Question
      title={t('imports.questions.remarks.title')}
      evidence={t('imports.questions.remarks.evidence', { deals: format.count(deals), losses: format.count(losses) })}
    >
      <ul className="im-quotes">
        {examples.slice(0, EXAMPLES_SHOWN).map((example) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      {deals > 0 && <Deals handle={handle} />}
      {losses > 0 && <Losses handle={handle} />}
    </Question>
  )
}

function Deals({ handle }: Props) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  const choices = (['keep', 'as_deal'] as const).map((value) => ({
    value,
    label: t(`imports.questions.deals.${value}`),
    hint: t(`imports.questions.deals.${value}Hint`),
  }))
  const choose = (notesSayingDeal: Mapping['notesSayingDeal']) => handle.answer({ ...mapping, notesSayingDeal })
  return (
    <>
      <h4>{t('imports.questions.deals.title')}</h4>
      <Choices
        ariaLabel={t('imports.questions.deals.title')}
        value={mapping.notesSayingDeal}
        choices={choices}
        onChange={choose}
      />
    </>
  )
}

function Losses({ handle }: Props) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  const choices = (['keep', 'as_loss'] as const).map((value) => ({
    value,
    label: t(`imports.questions.losses.${value}`),
    hint: t(`imports.questions.losses.${value}Hint`),
  }))
  const choose = (notesSayingLoss: Mapping['notesSayingLoss']) => handle.answer({ ...mapping, notesSayingLoss })
  return (
    <>
      <h4>{t('imports.questions.losses.title')}</h4>
      <Choices
        ariaLabel={t('imports.questions.losses.title')}
        value={mapping.notesSayingLoss}
        choices={choices}
        onChange={choose}
      />
    </>
  )
}
