import { Alert, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { ColumnsTable } from './ColumnsTable.tsx'
import { namesSomebody } from './meaning-view.ts'
import { StepFooter } from './StepFooter.tsx'
import { SPIN_AFTER_MS, type StepProps } from './TableStep.tsx'

/** The third step: what each column is read in as. */
export function ColumnsStep({ handle, open }: StepProps) {
  const { t } = useTranslation()
  const { mapping } = handle.draft
  const field = t(`imports.fieldOf.${mapping.kind}.date`)
  return (
    <>
      <Spin spinning={handle.isBusy} delay={SPIN_AFTER_MS}>
        {open.lacksDate && (
          <Alert type="error" showIcon className="im-gap" title={t('imports.columns.missing', { field })} />
        )}
        {!namesSomebody(mapping) && (
          <Alert type="warning" showIcon className="im-gap" title={t('imports.columns.nobody')} />
        )}
        {namesSomebody(mapping) && mapping.columns.phone === undefined && (
          <Alert type="info" showIcon className="im-gap" title={t('imports.columns.noPhone')} />
        )}
        <ColumnsTable handle={handle} />
      </Spin>
      <StepFooter step="columns" handle={handle} open={open} />
    </>
  )
}
