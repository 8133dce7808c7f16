import type { DropResult } from '@hello-pangea/dnd'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import type { Stage } from '../../../../shared/values/grade.ts'
import { useAct } from '../../../api/use-act.ts'
import { useFailureText } from '../../../components/ui/use-failure-text.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import type { Asked } from './BoardDialog.tsx'
import { type BoardColumn, columnOf, dropOf, type Moving } from './board-columns.ts'

type Board = {
  readonly columns: readonly BoardColumn[]
  readonly nameOf: (key: string) => string
  /** The card that is being dragged, from what the columns have read. */
  readonly rowOf: (leadId: string) => LeadRow | null
}

/** What a drop does: a new stage at once, anything else after its dialog; each can be taken back. */
export function useBoardDrop({ columns, nameOf, rowOf }: Board) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const labels = useGradeLabels()
  const queries = useQueryClient()
  const [moving, setMoving] = useState<Moving | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)

  const settle = async () => {
    // The card stays where it was dropped until all columns have been read again.
    await queries.invalidateQueries({ queryKey: ['leads.list'] })
    setMoving(null)
  }
  const move = useAct('leads.move', {
    said: ({ grade }, { leadId, to }) =>
      t('leadList.board.movedStage', {
        name: rowOf(leadId)?.customerName ?? '',
        to: nameOf(to.by === 'stage' ? (to.stage ?? 'unknown') : to.grade),
        grade: labels[grade] ?? grade,
      }),
  })
  const toStage = (row: LeadRow, stage: Stage | null) =>
    move.mutate(
      { leadId: row.leadId, version: row.version, to: { by: 'stage', stage } },
      {
        onError: (error) => void message.error(failureText(error)),
        onSettled: () => void settle(),
      },
    )
  const onDrop = ({ draggableId, source, destination }: DropResult) => {
    if (destination === null || destination.droppableId === source.droppableId) return
    const row = rowOf(draggableId)
    const column = columnOf(columns, destination.droppableId)
    const drop = column === null ? null : dropOf(column)
    if (row === null || drop === null) return
    setMoving({ row, from: source.droppableId, to: destination.droppableId, index: destination.index })
    if (drop.do === 'stage') toStage(row, drop.stage)
    else setAsked(drop.do === 'grade' ? { ask: 'grade', row, grade: drop.grade } : { ask: drop.do, row })
  }
  return {
    moving,
    asked,
    onDrop,
    onClose: () => {
      setAsked(null)
      void settle()
    },
  }
}
