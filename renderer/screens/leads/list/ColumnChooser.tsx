import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { LEAD_COLUMNS, type LeadColumn } from '../../../../shared/values/lead-look.ts'
import { type ColumnChoice, USUAL_COLUMNS } from '../../../stores/lead-columns.ts'

type Props = {
  readonly choice: ColumnChoice
  readonly onChange: (change: Partial<ColumnChoice>) => void
}

/** Which columns, in which order. */
export function ColumnChooser({ choice, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('leadList.columns.title')}
      content={<Chooser choice={choice} onChange={onChange} />}
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t('leadList.columns.choose')}</Button>
    </Popover>
  )
}

function Chooser({ choice, onChange }: Props) {
  const { t } = useTranslation()
  const { columns } = choice
  const hidden = LEAD_COLUMNS.filter((column) => !columns.includes(column))
  const move = (column: LeadColumn, by: 1 | -1) => {
    const from = columns.indexOf(column)
    const others = columns.filter((one) => one !== column)
    onChange({ columns: others.toSpliced(from + by, 0, column) })
  }
  const show = (column: LeadColumn, isShown: boolean) =>
    onChange({ columns: isShown ? [...columns, column] : columns.filter((one) => one !== column) })
  return (
    <div className="ll-columns">
      <p className="np-muted">{t('leadList.columns.about')}</p>
      {[...columns, ...hidden].map((column) => {
        const name = t(`leadList.column.${column}`)
        const nth = columns.indexOf(column)
        return (
          <div key={column} className="ll-column">
            <Checkbox
              checked={nth >= 0}
              // A lead without its name could not be opened.
              disabled={column === 'customer'}
              aria-label={t('leadList.columns.show', { name })}
              onChange={({ target }) => show(column, target.checked)}
            >
              {name}
            </Checkbox>
            {nth >= 0 && (
              <span>
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  disabled={nth === 0}
                  aria-label={t('leadList.columns.up', { name })}
                  onClick={() => move(column, -1)}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined />}
                  disabled={nth === columns.length - 1}
                  aria-label={t('leadList.columns.down', { name })}
                  onClick={() => move(column, 1)}
                />
              </span>
            )}
          </div>
        )
      })}
      <Button size="small" onClick={() => onChange({ columns: USUAL_COLUMNS, widths: {} })}>
        {t('leadList.columns.reset')}
      </Button>
    </div>
  )
}
