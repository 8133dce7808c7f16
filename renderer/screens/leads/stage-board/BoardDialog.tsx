import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import type { Grade } from '../../../../shared/values/grade.ts'
import { useSession } from '../../../api/session.ts'
import { useRead } from '../../../api/use-read.ts'
import { ReasonModal } from '../../../components/floor/ReasonModal.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { LossModal } from '../LossModal.tsx'
import { OrderModal } from '../OrderModal.tsx'

/** What is asked before a card may stay where it was dropped. */
export type Asked =
  | { readonly ask: 'grade'; readonly row: LeadRow; readonly grade: Grade }
  | { readonly ask: 'order' | 'lost'; readonly row: LeadRow }

type Props = {
  readonly asked: Asked
  readonly onClose: () => void
}

export function BoardDialog({ asked, onClose }: Props) {
  if (asked.ask === 'grade') return <RegradeDialog row={asked.row} grade={asked.grade} onClose={onClose} />
  return <ExitDialog asked={{ ask: asked.ask, row: asked.row }} onClose={onClose} />
}

type RegradeProps = Omit<Props, 'asked'> & { readonly row: LeadRow; readonly grade: Grade }

function RegradeDialog({ row, grade, onClose }: RegradeProps) {
  const { t } = useTranslation()
  const label = useGradeLabels()[grade] ?? grade
  const words = { name: row.customerName, grade: label }
  const usual = ['keener', 'later', 'money'] as const
  return (
    <ReasonModal<'leads.move'>
      op="leads.move"
      said={t('leadList.board.movedGrade', words)}
      title={t('leadList.board.regradeTitle', words)}
      okText={t('leadList.board.regradeOk')}
      about={t('leadList.board.regradeAbout')}
      usual={usual.map((one) => t(`leadList.board.usual.${one}`))}
      subject={`${row.leadId} ${grade}`}
      inputOf={(reason) => ({ leadId: row.leadId, version: row.version, to: { by: 'grade', grade, reason } })}
      onClose={onClose}
    />
  )
}

type ExitProps = Omit<Props, 'asked'> & { readonly asked: { readonly ask: 'order' | 'lost'; readonly row: LeadRow } }

function ExitDialog({ asked: { ask, row }, onClose }: ExitProps) {
  const { t } = useTranslation()
  const isFinal = useSession().can(MANAGERS)
  const lead = useRead('leads.get', { leadId: row.leadId }).data
  if (lead === undefined) return null
  const name = row.customerName
  if (ask === 'order') {
    return <OrderModal lead={lead} said={t('leadList.board.ordered', { name })} onClose={onClose} />
  }
  const said = t(isFinal ? 'leadList.board.lostDone' : 'leadList.board.lostRequested', { name })
  return <LossModal lead={lead} said={said} onClose={onClose} />
}
