import { FileTextOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'

/** Which file this is about. */
export function FileLine({ reading }: { readonly reading: FileReading }) {
  const { t } = useTranslation()
  const { fileName: name, encoding, rowCount: count } = reading
  return (
    <p className="im-file">
      <FileTextOutlined aria-hidden /> {t('imports.summary', { name, encoding, count })}
    </p>
  )
}
