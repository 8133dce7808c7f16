import { ArrowRightOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { MoveCount } from '../../../../shared/domain/screening/moves-under.ts'
import type { GradeAlternatives } from '../../../../shared/domain/screening/rule-edits.ts'
import { useRead } from '../../../api/use-read.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { plain } from './rule-draft.ts'

const MOST_SHOWN = 200

/** How many leads would move from which grade to which; each number opens to its leads. */
export function Moves({ draft, moves }: { readonly draft: GradeAlternatives; readonly moves: readonly MoveCount[] }) {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const [shown, setShown] = useState<MoveCount | null>(null)
  return (
    <>
      <div className="rules-moves">
        {moves.map((move) => (
          <Row
            key={`${move.from}${move.to}`}
            move={move}
            label={t('rules.preview.showOf', { from: labels[move.from] ?? '', to: labels[move.to] ?? '' })}
            onShow={() => setShown(move)}
          />
        ))}
      </div>
      {shown !== null && <Movers draft={draft} move={shown} onClose={() => setShown(null)} />}
    </>
  )
}

type RowProps = { readonly move: MoveCount; readonly label: string; readonly onShow: () => void }

function Row({ move, label, onShow }: RowProps) {
  const { t } = useTranslation()
  return (
    <>
      <span className="rules-move">
        <GradeTag bucket={move.from} />
        <ArrowRightOutlined aria-hidden />
        <GradeTag bucket={move.to} />
      </span>
      <strong className="np-num">{t('rules.preview.move', { count: move.leads })}</strong>
      <Button size="small" type="link" aria-label={label} onClick={onShow}>
        {t('rules.preview.show')}
      </Button>
    </>
  )
}

type MoversProps = { readonly draft: GradeAlternatives; readonly move: MoveCount; readonly onClose: () => void }

function Movers({ draft, move, onClose }: MoversProps) {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  const { from, to } = move
  const read = useRead('rules.movers', { alternatives: plain(draft), from, to, limit: MOST_SHOWN, offset: 0 })
  const title = t('rules.movers.title', { from: labels[from] ?? '', to: labels[to] ?? '', count: move.leads })
  return (
    <Modal open width={640} title={title} footer={null} onCancel={onClose}>
      <Loaded read={read}>
        {({ total, rows }) => (
          <div className="rules-movers">
            {total > rows.length && <p className="np-muted">{t('rules.movers.more', { total, shown: rows.length })}</p>}
            <table className="rules-table">
              <thead>
                <tr>
                  <th scope="col">{t('rules.movers.customer')}</th>
                  <th scope="col">{t('rules.movers.model')}</th>
                  <th scope="col">{t('rules.movers.owner')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((lead) => (
                  <tr key={lead.leadId}>
                    <td>
                      <Link to={`/leads/${lead.leadId}`}>{lead.customerName}</Link>
                    </td>
                    <td>{lead.model ?? <span className="np-muted">–</span>}</td>
                    <td>{lead.ownerName ?? <span className="np-muted">{t('rules.movers.nobody')}</span>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Modal>
  )
}
