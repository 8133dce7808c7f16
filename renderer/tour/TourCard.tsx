import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, type Ref, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Box, type Place, placeCard } from './place-card.ts'
import './tour.css'

type Props = {
  readonly title: string
  readonly position?: string
  /** What it speaks of; null stands in the corner. */
  readonly target: Box | null
  readonly onClose: () => void
  readonly footer: ReactNode
  readonly ref?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** A card beside what it speaks of. It lies above the page and takes nothing from it: no mask, no trap, no key but its own. */
export function TourCard({ title, position, target, onClose, footer, ref, children }: Props) {
  const { t } = useTranslation()
  const card = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    if (card.current === null) return
    const { width, height } = card.current.getBoundingClientRect()
    const next = placeCard(target, { width, height }, { width: window.innerWidth, height: window.innerHeight })
    setPlace((before) => (before?.left === next.left && before.top === next.top ? before : next))
  }, [target, title, children])
  // Enter on its buttons is theirs, whatever the screen below does with it; letters go on to the screen.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
  }
  return (
    <>
      {target !== null && <Ring box={target} />}
      <section
        className="np-tour-card np-no-print"
        aria-label={t('tour.name')}
        ref={ref}
        onKeyDown={onKeyDown}
        style={{ left: place?.left ?? 0, top: place?.top ?? 0, opacity: place === null ? 0 : 1 }}
      >
        <div ref={card} className="np-tour-inner">
          <div className="np-tour-head">
            <h2>{title}</h2>
            {position !== undefined && <span className="np-muted np-num">{position}</span>}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('tour.close')}
              onClick={onClose}
            />
          </div>
          <div aria-live="polite">{children}</div>
          <div className="np-tour-foot">{footer}</div>
        </div>
      </section>
    </>
  )
}

const RING = 4

function Ring({ box }: { readonly box: Box }) {
  // Of something larger than the window the ring runs along the window's edge.
  const left = Math.max(0, box.left - RING)
  const top = Math.max(0, box.top - RING)
  const right = Math.min(window.innerWidth, box.left + box.width + RING)
  const bottom = Math.min(window.innerHeight, box.top + box.height + RING)
  const style = { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
  return <div className="np-tour-ring np-no-print" style={style} aria-hidden />
}
