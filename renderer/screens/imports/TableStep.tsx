import { Alert, Button, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { IMPORT_KINDS, type ImportKind } from '../../../shared/domain/import/fields.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { Choices } from './Choices.tsx'
import { HeaderChoice } from './HeaderChoice.tsx'
import { StepFooter } from './StepFooter.tsx'
import type { OpenThings } from './step-view.ts'
import { TemplateMenu } from './TemplateMenu.tsx'
import type { DraftHandle } from './use-draft.ts'

export type StepProps = { readonly handle: DraftHandle; readonly open: OpenThings }

/** A large file takes a moment to be gone through; what is answered meanwhile would be lost. */
export const SPIN_AFTER_MS = 200

/** The second step: what the file is a list of, on which sheet, under which header. */
export function TableStep({ handle, open }: StepProps) {
  const { t } = useTranslation()
  const { reading, mapping } = handle.draft
  const { template } = reading
  const kinds = IMPORT_KINDS.map((value) => {
    const hint = (
      <>
        {t(`imports.kind.${value}.row`)}
        <br />
        {t(`imports.kind.${value}.makes`)}
      </>
    )
    return { value, label: t(`imports.kind.${value}.name`), hint }
  })
  const direct = template !== null && open.total === 0 && (
    <Button type="primary" onClick={() => handle.goTo('preview')}>
      {t('imports.preview.button')}
    </Button>
  )
  const stepwise = direct !== false && (
    <Button onClick={() => handle.goTo('columns')}>{t('imports.template.stepwise')}</Button>
  )
  return (
    <>
      <Spin spinning={handle.isBusy} delay={SPIN_AFTER_MS}>
        {template !== null && <TemplateNotice name={template.name} handle={handle} open={open} />}
        <section className="im-card">
          <div className="im-head">
            <h2>{t('imports.table.kindTitle')}</h2>
            <span className="np-muted">{t('imports.table.kindHint')}</span>
            <TemplateMenu onChoose={handle.applyTemplate} />
          </div>
          <Choices<ImportKind>
            isCards
            ariaLabel={t('imports.table.kindTitle')}
            value={mapping.kind}
            choices={kinds}
            onChange={(kind) => handle.askAnew({ kind })}
          />
        </section>
        {reading.sheets.length > 1 && <SheetChoice handle={handle} />}
        <HeaderChoice handle={handle} />
      </Spin>
      <StepFooter
        step="table"
        handle={handle}
        open={open}
        {...(direct === false ? {} : { action: direct })}
        aside={stepwise}
      />
    </>
  )
}

function TemplateNotice({ name, handle, open }: StepProps & { readonly name: string }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="success"
      showIcon
      className="im-gap"
      title={t('imports.template.applied', { name })}
      description={
        open.total === 0 ? t('imports.template.appliedReady') : t('imports.template.appliedOpen', { count: open.total })
      }
      action={
        <Button size="small" onClick={() => handle.askAnew({})}>
          {t('imports.template.undo')}
        </Button>
      }
    />
  )
}

function SheetChoice({ handle }: Pick<StepProps, 'handle'>) {
  const { t } = useTranslation()
  const format = useFormats()
  const { reading, mapping } = handle.draft
  const choices = reading.sheets.map(({ name, rowCount, hidden }, value) => {
    const rows =
      rowCount === 0 ? t('imports.table.sheetEmpty') : t('imports.table.sheetRows', { rows: format.count(rowCount) })
    return {
      value,
      label: name.trim(),
      hint: hidden ? `${rows} · ${t('imports.table.sheetHidden')}` : rows,
    }
  })
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.table.sheetTitle')}</h2>
      </div>
      <Choices
        ariaLabel={t('imports.table.sheetTitle')}
        value={mapping.sheet}
        choices={choices}
        onChange={handle.chooseSheet}
      />
    </section>
  )
}
