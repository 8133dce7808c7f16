import { Radio, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import type { DraftHandle } from './use-draft.ts'

const MOST_LINES = 4
const CELLS_SHOWN = 12

/** Registers begin with titles: the first rows as they are, and which of them names the columns. */
export function HeaderChoice({ handle }: { readonly handle: DraftHandle }) {
  const { t } = useTranslation()
  const group = useId()
  const { reading, mapping } = handle.draft
  const change = (next: Pick<Mapping, 'headerRow' | 'headerLines'>) => handle.askAnew(next)
  const lines = Array.from({ length: MOST_LINES }, (_, index) => {
    return { value: index + 1, label: t('imports.table.headLines', { count: index + 1 }) }
  })
  const width = Math.max(...reading.head.map((cells) => cells.length))
  const last = mapping.headerRow + mapping.headerLines - 1
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.table.headTitle')}</h2>
        <span className="np-muted">{t('imports.table.headHint')}</span>
        <span className="im-head-end">
          <Select
            size="small"
            className="im-header-lines"
            aria-label={t('imports.table.headTitle')}
            disabled={mapping.headerRow < 0}
            value={mapping.headerLines}
            options={lines}
            onChange={(headerLines) => change({ headerRow: mapping.headerRow, headerLines })}
          />
        </span>
      </div>
      <div className="im-sheet" role="radiogroup" aria-label={t('imports.table.headTitle')}>
        <table>
          <tbody>
            {reading.head.map((cells, row) => (
              <HeadRow
                // The rows of a file have no name but their place.
                key={row}
                cells={cells}
                row={row}
                group={group}
                width={width}
                isHeader={row >= mapping.headerRow && row <= last}
                isFirst={row === mapping.headerRow}
                isData={row > last}
                onChoose={() => change({ headerRow: row, headerLines: 1 })}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Radio name={group} checked={mapping.headerRow === -1} onChange={() => change({ headerRow: -1, headerLines: 1 })}>
        {t('imports.table.noHeader')}
      </Radio>
    </section>
  )
}

type HeadRowProps = {
  readonly cells: readonly string[]
  readonly row: number
  /** One group of radio buttons: arrows move in it. */
  readonly group: string
  readonly width: number
  readonly isHeader: boolean
  readonly isFirst: boolean
  readonly isData: boolean
  readonly onChoose: () => void
}

function HeadRow({ cells, row, group, width, isHeader, isFirst, isData, onChoose }: HeadRowProps) {
  const { t } = useTranslation()
  const tone = isHeader ? 'im-row-head' : isData ? '' : 'im-row-title'
  return (
    // The radio button in the first cell answers for itself.
    <tr className={tone} onClick={({ target }) => !isFirst && target instanceof HTMLTableCellElement && onChoose()}>
      <th scope="row">
        <Radio
          name={group}
          checked={isFirst}
          onChange={onChoose}
          aria-label={t('imports.table.headRow', { row: row + 1 })}
        >
          <span className="np-num">{row + 1}</span>
        </Radio>
      </th>
      {Array.from({ length: Math.min(width, CELLS_SHOWN) }, (_, column) => (
        <td key={column} title={cells[column]}>
          {cells[column]}
        </td>
      ))}
      {width > CELLS_SHOWN && <td className="np-muted">…</td>}
    </tr>
  )
}
