import { Droppable } from '@hello-pangea/dnd'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadFilter } from '../../../../shared/contract/lead-list.ts'
import { useRead } from '../../../api/use-read.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { type BoardColumn, cardsWith, dropOf, filterOfColumn, type Moving } from './board-columns.ts'
import { LeadCard } from './LeadCard.tsx'

/** Cards at first, and with each press on "more"; a request reads no more than the last. */
const STEP = 50
const MOST = 500

type Props = {
  readonly column: BoardColumn
  readonly name: string
  readonly filter: LeadFilter
  readonly moving: Moving | null
  readonly showsOwner: boolean
}

/** The leads of one stage or grade, the most overdue first; the rest when asked for. */
export function BoardColumnList({ column, name, filter, moving, showsOwner }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const [limit, setLimit] = useState(STEP)
  const sort = { by: 'due', descending: false } as const
  const read = useRead(
    'leads.list',
    { filter: filterOfColumn(filter, column), sort, limit, offset: 0 },
    { keepLast: true },
  )
  const { total = 0, rows = [] } = read.data ?? {}
  const cards = cardsWith(rows, column.key, moving)
  const rest = Math.min(STEP, total - rows.length, MOST - limit)
  return (
    <section className="lb-column" aria-label={t('leadList.board.column', { name, count: total })}>
      <h2 className="lb-title">
        {name}
        <span className="np-muted np-num">{format.count(total)}</span>
      </h2>
      <FailureNotice error={read.error} />
      <Droppable droppableId={column.key} isDropDisabled={dropOf(column) === null}>
        {(provided, { isDraggingOver }) => (
          <div
            ref={provided.innerRef}
            {...provided.droppableProps}
            className={`lb-list${isDraggingOver ? ' lb-over' : ''}`}
          >
            {cards.map((row, index) => (
              <LeadCard key={row.leadId} row={row} index={index} showsOwner={showsOwner} />
            ))}
            {provided.placeholder}
            {cards.length === 0 && read.data !== undefined && !isDraggingOver && (
              <p className="lb-empty np-muted">{t('leadList.board.empty')}</p>
            )}
          </div>
        )}
      </Droppable>
      {rest > 0 && rows.length < total && (
        <Button block size="small" type="text" onClick={() => setLimit(limit + STEP)}>
          {t('leadList.board.more', { count: rest })}
        </Button>
      )}
    </section>
  )
}
