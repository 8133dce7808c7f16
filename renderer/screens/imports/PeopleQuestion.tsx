import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-read.ts'
import { ChannelMeaningSelect } from './ChannelMeaningSelect.tsx'
import { Question } from './Question.tsx'
import type { DraftHandle } from './use-draft.ts'

type PartProps = { readonly handle: DraftHandle; readonly isOpen: boolean }

/** What every row gets that no column gives: its channel, its person. */
export function PeopleQuestion({ question, ...rest }: PartProps & { readonly question: 'channel' | 'person' }) {
  return question === 'channel' ? <DefaultChannel {...rest} /> : <DefaultPerson {...rest} />
}

function DefaultChannel({ handle, isOpen }: PartProps) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  return (
    <Question
      title={t('imports.questions.channel.title')}
      evidence={t('imports.questions.channel.evidence')}
      isOpen={isOpen}
    >
      <div className="im-answer">
        <ChannelMeaningSelect
          value=""
          label={t('imports.questions.channel.title')}
          meaning={mapping.defaultChannel}
          onMean={(defaultChannel) => handle.answer({ ...mapping, defaultChannel })}
        />
      </div>
    </Question>
  )
}

const NOBODY = ''

function DefaultPerson({ handle, isOpen }: PartProps) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  const isSales = mapping.kind === 'sales'
  const people = useRead('people.list', {}).data?.people ?? []
  const sellers = people.filter(({ active, role }) => active && role !== 'reception')
  const mayBeNobody = !isSales || mapping.columns.receivedBy !== undefined
  const options = [
    ...(mayBeNobody
      ? [{ value: NOBODY, label: t(isSales ? 'imports.questions.person.noneSales' : 'imports.questions.person.none') }]
      : []),
    ...sellers.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const chosen = mapping.defaultPerson ?? (mayBeNobody ? NOBODY : null)
  const title = t(isSales ? 'imports.questions.person.titleSales' : 'imports.questions.person.titleLeads')
  return (
    <Question
      title={title}
      evidence={t(isSales ? 'imports.questions.person.evidenceSales' : 'imports.questions.person.evidenceLeads')}
      isOpen={isOpen}
    >
      <div className="im-answer">
        <Select
          className="im-wide"
          aria-label={title}
          placeholder={t('imports.values.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          status={isOpen ? 'error' : ''}
          value={chosen}
          options={options}
          onChange={(person) => handle.answer({ ...mapping, defaultPerson: person === NOBODY ? null : person })}
        />
      </div>
    </Question>
  )
}
