import { Alert, Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { IMPORT_FIELDS, type ImportField, type UnreadableCause } from '../../../shared/domain/import/fields.ts'
import { ApiFailure, type ClientFailure } from '../../api/api-failure.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useImportState } from './use-import-state.ts'
import { useCurrentJob } from './use-job.ts'

const FAULTS_SHOWN = 5
/** Answers that stand for a column the file does not have. */
const ASKED_BESIDE: Readonly<Record<string, ImportField>> = {
  defaultChannel: 'channel',
  defaultPerson: 'receivedBy',
  blankOn: 'date',
}

/** What was refused last, why, and what to do about it; a cancelled job is told as what it is. */
export function ImportFailure() {
  const { t } = useTranslation()
  const textOf = useFailureText()
  const { failed, drop } = useCurrentJob()
  const [, go] = useImportState()
  if (failed === null) return null
  const { failure } = failed
  const sentence = sentenceOf(t, failure) ?? textOf(new ApiFailure(failure))
  const isExpired = failure.code === 'import_expired'
  const details = isExpired ? t('imports.expiredHelp') : faultsOf(t, failure)
  const startAnew = () => {
    drop()
    go({ step: 'file' })
  }
  return (
    <Alert
      type={failure.code === 'import_cancelled' ? 'info' : 'error'}
      showIcon
      role="alert"
      className="im-gap"
      title={sentence}
      {...(details === '' ? {} : { description: details })}
      closable={{ closeIcon: true, 'aria-label': t('common.close'), onClose: drop }}
      action={
        isExpired ? (
          <Button size="small" onClick={startAnew}>
            {t('imports.chooseAgain')}
          </Button>
        ) : undefined
      }
    />
  )
}

function sentenceOf(t: TFunction, { code, params }: ClientFailure): string | null {
  // The gate sends only the causes of its own list.
  if (code === 'file_unreadable' && params['cause'] !== undefined) {
    const isOfNoLine = params['cause'] === 'damaged' && params['line'] === 0
    return t(`imports.cause.${isOfNoLine ? 'whole' : (params['cause'] as UnreadableCause)}`, params)
  }
  const { name, job } = params
  if (code === 'import_busy' && name !== undefined) {
    return t(`imports.busy.${job === 'run' || job === 'undo' ? job : 'look'}`, { name })
  }
  return null
}

/** Which columns or values are still without a meaning, the first few by name. */
function faultsOf(t: TFunction, { code, fields }: ClientFailure): string {
  if (code !== 'mapping_incomplete') return ''
  const named = fields.slice(0, FAULTS_SHOWN).map(({ path }) => {
    const [part = '', name = part, ...value] = path.split('.')
    const field = IMPORT_FIELDS.find((one) => one === (ASKED_BESIDE[name] ?? name))
    const label = field === undefined ? name : t(`imports.field.${field}`)
    return value.length === 0 ? label : t('common.pair', { name: label, value: value.join('.') })
  })
  return named.join(t('imports.joint'))
}
