import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps, Tooltip } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import { ApiFailure } from '../../api/api-failure.ts'
import { useOfferPageAct } from '../../stores/page-acts.ts'
import { useMenuFocus } from '../keys/use-menu-focus.ts'
import { useFailureText } from '../ui/use-failure-text.ts'
import { saveFile } from './save-file.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** A whole list that may be saved from the same place. */
export type ExportList = { readonly name: string; readonly make: (format: ExportFormat) => Promise<ExportedFile> }

type Props = {
  /** Makes the file; a CSV file holds the one table of that place. */
  readonly make: (format: ExportFormat, table: number) => Promise<ExportedFile>
  /** The names of the tables, where there are several: a workbook takes all of them, a CSV file one. */
  readonly tables?: readonly string[]
  readonly lists?: readonly ExportList[]
  readonly isEmpty: boolean
  /** What is on screen and yet not in the file. */
  readonly note?: string | undefined
  readonly size?: 'small' | 'middle'
}

/** Saves what is on screen as a file for a spreadsheet. */
export function ExportMenu({ make, tables = [], lists = [], isEmpty, note, size = 'middle' }: Props) {
  const { t } = useTranslation()
  const { isWorking, run } = useSaving()
  const [isOpen, setOpen] = useState(false)
  const menu = useMenuFocus()
  // A small one is that of a part of the page.
  useOfferPageAct('export', !isEmpty && size === 'middle', () => setOpen(true))
  const choose: MenuProps['onClick'] = ({ key }) => {
    const [name, format, place] = key.split('.')
    const form = format === 'csv' ? 'csv' : 'xlsx'
    if (name === 'list') void run(() => lists[Number(place)]?.make(form))
    else void run(() => make(form, Number(place)))
  }
  const button = (
    <Button
      ref={menu.button}
      size={size}
      icon={<DownloadOutlined aria-hidden />}
      loading={isWorking}
      disabled={isEmpty}
      aria-label={t('exports.action')}
    >
      <span className="np-tool-text">{t('exports.action')}</span>
    </Button>
  )
  // A disabled button answers no pointer: what holds it says why.
  if (isEmpty) {
    return (
      <Tooltip title={t('exports.nothing')}>
        <span className="np-tool np-no-print">{button}</span>
      </Tooltip>
    )
  }
  return (
    <span className="np-tool np-no-print">
      <Dropdown
        trigger={['click']}
        autoFocus
        open={isOpen}
        onOpenChange={(next) => {
          menu.onOpenChange(next)
          setOpen(next)
        }}
        disabled={isWorking}
        menu={{ items: itemsOf(t, tables, lists, note), onClick: choose }}
      >
        {button}
      </Dropdown>
    </span>
  )
}

function useSaving() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const [isWorking, setWorking] = useState(false)
  const run = async (make: () => Promise<ExportedFile> | undefined) => {
    setWorking(true)
    try {
      const file = await make()
      if (file === undefined) return
      saveFile(file)
      void message.success(t('exports.saved', { rows: file.rows, file: file.fileName }))
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      void message.error(failureText(error))
    } finally {
      setWorking(false)
    }
  }
  return { isWorking, run }
}

type Items = NonNullable<MenuProps['items']>

function itemsOf(t: TFunction, tables: readonly string[], lists: Props['lists'], note: string | undefined): Items {
  const one = tables.map((name, i) => ({ key: `page.csv.${i}`, label: name }))
  const items: Items = [
    { key: 'page.xlsx.0', label: t(tables.length > 1 ? 'exports.xlsxAll' : 'exports.xlsx') },
    tables.length > 1
      ? { key: 'one', label: t('exports.csvOne'), children: one }
      : { key: 'page.csv.0', label: t('exports.csv') },
    ...(lists ?? []).map(({ name }, i) => ({
      key: `list${i}`,
      label: t('exports.list', { name }),
      children: [
        { key: `list.xlsx.${i}`, label: t('exports.xlsx') },
        { key: `list.csv.${i}`, label: t('exports.csv') },
      ],
    })),
  ]
  return note === undefined ? items : [{ key: 'note', type: 'group', label: note, children: items }]
}
