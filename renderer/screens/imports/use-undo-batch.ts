import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useImportState } from './use-import-state.ts'

/** Takes a batch out again after asking. */
export function useUndoBatch(): (batch: Batch) => void {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const undo = useAct('imports.undo')
  const textOf = useFailureText()
  const [, go] = useImportState()
  return ({ id, fileName: name, visits, leads }) => {
    void modal.confirm({
      title: t('imports.batches.undoTitle'),
      content: t('imports.batches.undoText', { name, visits, leads }),
      okText: t('imports.batches.undo'),
      okButtonProps: { danger: true, type: 'default' },
      cancelText: t('common.cancel'),
      onOk: () =>
        undo.mutate(
          { batchId: id },
          {
            onSuccess: () => {
              go({ step: 'file' })
              void message.success(t('imports.batches.undoDone'))
            },
            onError: (error) => void message.error(textOf(error)),
          },
        ),
    })
  }
}
