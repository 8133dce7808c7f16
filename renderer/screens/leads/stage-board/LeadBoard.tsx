import {
  DragDropContext,
  type DragStart,
  type DragUpdate,
  type DropResult,
  type ResponderProvided,
} from '@hello-pangea/dnd'
import { useQueryClient } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import type { LeadFilter, LeadRow } from '../../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { useSession } from '../../../api/session.ts'
import { useShownShortcuts } from '../../../components/keys/use-shortcuts.ts'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { BoardColumnList } from './BoardColumnList.tsx'
import { BoardDialog } from './BoardDialog.tsx'
import { type BoardColumn, columnOf, EXITS, GRADE_COLUMNS, STAGE_COLUMNS } from './board-columns.ts'
import { ExitZone } from './ExitZone.tsx'
import { useBoardDrop } from './use-board-drop.ts'
import { walkCards } from './walk-cards.ts'
import './lead-board.css'

type Props = {
  readonly filter: LeadFilter
  readonly by: 'stage' | 'grade'
}

/** The open leads by the buyer's stage of mind or by grade; moved by mouse or by keyboard. */
export function LeadBoard({ filter, by }: Props) {
  const { t } = useTranslation()
  const { csp } = use(ConfigProvider.ConfigContext)
  const columns = by === 'stage' ? STAGE_COLUMNS : GRADE_COLUMNS
  const nameOf = useColumnNames([...columns, ...EXITS])
  const rowOf = useReadRow()
  const { moving, asked, onDrop, onClose } = useBoardDrop({ columns: [...columns, ...EXITS], nameOf, rowOf })
  const says = useAnnouncements(nameOf, (leadId) => rowOf(leadId)?.customerName ?? '')
  const showsOwner = filter.who !== 'mine'
  useShownShortcuts('cardWalk', 'cardOpen', 'cardLift', 'cardMove')
  return (
    <>
      <DragDropContext
        {...(csp?.nonce === undefined ? {} : { nonce: csp.nonce })}
        dragHandleUsageInstructions={t('leadList.board.instructions')}
        onDragStart={says.onDragStart}
        onDragUpdate={says.onDragUpdate}
        onDragEnd={(result, provided) => {
          says.onDragEnd(result, provided)
          onDrop(result)
        }}
      >
        <div className="lb" role="region" aria-label={t('leadList.board.label')} onKeyDown={walkCards}>
          {columns.map((column) => (
            <BoardColumnList
              key={column.key}
              column={column}
              name={nameOf(column.key)}
              filter={filter}
              moving={moving}
              showsOwner={showsOwner}
            />
          ))}
          <ExitZone exit="order" name={nameOf('order')} />
          <ExitZone exit="lost" name={nameOf('lost')} />
        </div>
      </DragDropContext>
      {asked !== null && <BoardDialog asked={asked} onClose={onClose} />}
    </>
  )
}

/** A card that any column has read. */
function useReadRow(): (leadId: string) => LeadRow | null {
  const queries = useQueryClient()
  return (leadId) => {
    const reads = queries.getQueriesData<OutputOf<'leads.list'>>({ queryKey: ['leads.list'], type: 'active' })
    return reads.flatMap(([, data]) => data?.rows ?? []).find((row) => row.leadId === leadId) ?? null
  }
}

function useColumnNames(columns: readonly BoardColumn[]): (key: string) => string {
  const { t } = useTranslation()
  const isFinal = useSession().can(MANAGERS)
  const labels = useGradeLabels()
  return (key) => {
    const column = columnOf(columns, key)
    if (column === null) return ''
    switch (column.kind) {
      case 'stage':
        return column.key === 'unknown' ? t('leadList.board.unknown') : t(`codes.stage.${column.key}`)
      case 'grade':
        return column.key === 'ungraded'
          ? t('leadList.board.ungraded')
          : t('common.grade', { label: labels[column.key] ?? column.key })
      case 'exit':
        if (column.key === 'order') return t('leadList.board.order')
        return t(isFinal ? 'leadList.board.lost' : 'leadList.board.requestLost')
    }
  }
}

/** What a screen reader says while a card is moved. */
function useAnnouncements(nameOf: (key: string) => string, customerOf: (leadId: string) => string) {
  const { t } = useTranslation()
  return {
    onDragStart: ({ draggableId, source }: DragStart, { announce }: ResponderProvided) =>
      announce(t('leadList.board.lifted', { name: customerOf(draggableId), from: nameOf(source.droppableId) })),
    onDragUpdate: ({ draggableId, destination }: DragUpdate, { announce }: ResponderProvided) => {
      const name = customerOf(draggableId)
      announce(
        destination === null
          ? t('leadList.board.overNothing', { name })
          : t('leadList.board.over', { name, to: nameOf(destination.droppableId) }),
      )
    },
    onDragEnd: ({ draggableId, source, destination }: DropResult, { announce }: ResponderProvided) => {
      const words = { name: customerOf(draggableId), from: nameOf(source.droppableId) }
      if (destination === null) announce(t('leadList.board.cancelled', words))
      else if (destination.droppableId === source.droppableId) announce(t('leadList.board.droppedBack', words))
      else announce(t('leadList.board.dropped', { ...words, to: nameOf(destination.droppableId) }))
    },
  }
}
