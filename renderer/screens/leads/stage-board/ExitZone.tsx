import { Droppable } from '@hello-pangea/dnd'
import { useTranslation } from 'react-i18next'

type Props = { readonly exit: 'order' | 'lost'; readonly name: string }

/** Where a lead leaves the board: its dialog asks for what must be said. */
export function ExitZone({ exit, name }: Props) {
  const { t } = useTranslation()
  return (
    <section className={`lb-exit lb-exit-${exit}`} aria-label={name}>
      <Droppable droppableId={exit}>
        {(provided, { isDraggingOver }) => (
          <div
            ref={provided.innerRef}
            {...provided.droppableProps}
            className={`lb-zone${isDraggingOver ? ' lb-over' : ''}`}
          >
            <strong>{name}</strong>
            <span className="np-muted">{t(`leadList.board.${exit}Hint`)}</span>
            {provided.placeholder}
          </div>
        )}
      </Droppable>
    </section>
  )
}
