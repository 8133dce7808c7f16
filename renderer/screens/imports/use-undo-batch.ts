import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useImportState } from './use-import-state.ts'
import { useJob } from './use-job.ts'

/** Takes a batch out again after asking. */
export function useUndoBatch(): (batch: Batch) => void {
  const { t } = useTranslation()
  const format = useFormats()
  const { message, modal } = App.useApp()
  const undo = useJob('undo')
  const [, go] = useImportState()
  return (batch) => {
    const { id, fileName: name } = batch
    const holds = (['visits', 'leads', 'deals'] as const)
      .filter((key) => batch[key] > 0)
      .map((key) => t(`imports.batches.${key}`, { rows: format.count(batch[key]) }))
      .join(t('imports.joint'))
    const start = () =>
      undo(
        name,
        (jobId) => ({ jobId, batchId: id }),
        () => {
          go({ step: 'file' })
          void message.success(t('imports.batches.undoDone'))
        },
      )
    void modal.confirm({
      title: t('imports.batches.undoTitle'),
      content: t('imports.batches.undoText', { name, holds }),
      okText: t('imports.batches.undo'),
      okButtonProps: { danger: true, type: 'default' },
      cancelText: t('common.cancel'),
      onOk: start,
    })
  }
}
