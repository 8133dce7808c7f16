import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadFilter } from '../../../../shared/contract/lead-list.ts'
import { AssignModal } from '../../../components/floor/AssignModal.tsx'
import { countSelected, NOTHING_SELECTED, type Selection } from './selection.ts'

type Props = {
  readonly selection: Selection
  readonly filter: LeadFilter
  readonly total: number
  readonly onSelection: (selection: Selection) => void
}

/** What can be done with the leads that are selected. */
export function SelectionBar({ selection, filter, total, onSelection }: Props) {
  const { t } = useTranslation()
  const [isAssigning, setAssigning] = useState(false)
  const count = countSelected(selection, total)
  const whole = selection.all ? { filter, except: [...selection.except], expected: count } : null
  const rows = selection.all ? [] : [...selection.rows.values()]
  if (count === 0) return null
  return (
    <div className="ll-selected">
      <span role="status">
        {selection.all && selection.except.size === 0
          ? t('leadList.selection.all', { count })
          : t('leadList.selection.some', { count })}
      </span>
      <Button type="primary" size="small" onClick={() => setAssigning(true)}>
        {t('leadList.selection.assign')}
      </Button>
      {count < total && (
        <Button size="small" onClick={() => onSelection({ all: true, except: new Set() })}>
          {t('leadList.selection.takeAll', { total })}
        </Button>
      )}
      <Button size="small" type="text" onClick={() => onSelection(NOTHING_SELECTED)}>
        {t('leadList.selection.drop')}
      </Button>
      {isAssigning && (
        <AssignModal
          leadIds={rows.map(({ leadId }) => leadId)}
          matching={whole}
          changesOwner={whole === null ? rows.some(({ ownerId }) => ownerId !== null) : filter.who !== 'nobody'}
          onDone={() => onSelection(NOTHING_SELECTED)}
          onClose={() => setAssigning(false)}
        />
      )}
    </div>
  )
}
