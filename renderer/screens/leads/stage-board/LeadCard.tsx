import { Draggable } from '@hello-pangea/dnd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LeadRow } from '../../../../shared/contract/lead-list.ts'
import { type BusinessDate, daysBetween } from '../../../../shared/values/business-date.ts'
import { useSession } from '../../../api/session.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { AgoText } from '../../../components/ui/Values.tsx'

type Props = { readonly row: LeadRow; readonly index: number; readonly showsOwner: boolean }

/** A lead as a card: space lifts it, Enter or a click opens it. A colleague's can only be opened. */
export function LeadCard({ row, index, showsOwner }: Props) {
  const navigate = useNavigate()
  const open = () => void navigate(`/leads/${row.leadId}`)
  const onEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.defaultPrevented) open()
  }
  return (
    <Draggable draggableId={row.leadId} index={index} isDragDisabled={!row.isMine}>
      {(provided, { isDragging }) => (
        <div
          ref={provided.innerRef}
          {...provided.draggableProps}
          {...(provided.dragHandleProps ?? { role: 'button' })}
          // One stop for Tab in a column; arrows do the rest (walk-cards.ts).
          tabIndex={index === 0 ? 0 : -1}
          className={`lb-card${isDragging ? ' lb-dragging' : ''}${row.isMine ? '' : ' lb-theirs'}`}
          onClick={open}
          onKeyDown={onEnter}
        >
          <div className="lb-card-head">
            <strong>{row.customerName}</strong>
            <GradeTag bucket={row.bucket} />
          </div>
          {row.model !== null && <div className="lb-line np-muted">{row.model}</div>}
          <div className="lb-line">
            <DueLine row={row} />
            {showsOwner && row.ownerName !== null && <span className="np-muted lb-owner">{row.ownerName}</span>}
          </div>
        </div>
      )}
    </Draggable>
  )
}

function DueLine({ row }: { readonly row: LeadRow }) {
  const { t } = useTranslation()
  const { today } = useSession()
  if (row.dueOn === null) return <span className="np-muted">{t('leadList.board.noDate')}</span>
  const lateDays = daysBetween(row.dueOn as BusinessDate, today as BusinessDate)
  if (lateDays <= 0) return <AgoText value={row.dueOn} />
  return <span className="fl-red np-num">{t('leads.list.overdue', { count: lateDays })}</span>
}
