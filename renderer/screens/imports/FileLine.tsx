import { FileTextOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/use-formats.ts'
import type { FileDraft } from '../../stores/import-draft.ts'

/** Which file this is about, and whether it is in already. */
export function FileLine({ draft: { reading, mapping } }: { readonly draft: FileDraft }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { fileName: name, encoding, importedBefore: before } = reading
  const rows = format.count(reading.rowCount)
  const sheet = reading.sheets[mapping.sheet]?.name.trim() ?? ''
  return (
    <>
      <p className="im-file">
        <FileTextOutlined aria-hidden />{' '}
        {reading.format === 'workbook'
          ? t('imports.summary.workbook', { name, sheet, rows })
          : t('imports.summary.text', { name, encoding, rows })}
      </p>
      {before !== null && (
        <Alert
          type="warning"
          showIcon
          className="im-gap"
          title={t('imports.before', { when: format.fullDateTime(before.importedAt) })}
        />
      )}
    </>
  )
}
