import { Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { StepFooter } from './StepFooter.tsx'
import { SPIN_AFTER_MS, type StepProps } from './TableStep.tsx'
import { ValueGroups } from './ValueGroups.tsx'

/** The fifth step: what each value of the columns means. */
export function ValuesStep({ handle, open }: StepProps) {
  const { t } = useTranslation()
  return (
    <>
      <Spin spinning={handle.isBusy} delay={SPIN_AFTER_MS}>
        {open.groups.length === 0 ? (
          <EmptyHint title={t('imports.values.none')} />
        ) : (
          <ValueGroups groups={open.groups} handle={handle} />
        )}
      </Spin>
      <StepFooter step="values" handle={handle} open={open} />
    </>
  )
}
