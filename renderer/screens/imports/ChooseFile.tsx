import { FileAddOutlined } from '@ant-design/icons'
import { Alert, Spin, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useAct } from '../../api/use-act.ts'
import { contentBase64, MOST_MEGABYTES } from './file-content.ts'
import { ImportFailure } from './ImportFailure.tsx'

/** The first step: one file, dropped or chosen. It is only read. */
export function ChooseFile({ onRead }: { readonly onRead: (reading: FileReading) => void }) {
  const { t } = useTranslation()
  const read = useAct('imports.read')
  const [isTooLarge, setTooLarge] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)

  const take = async (file: File) => {
    setFailure(null)
    setTooLarge(file.size > MOST_MEGABYTES * 1024 * 1024)
    if (file.size > MOST_MEGABYTES * 1024 * 1024) return
    const input = { fileName: file.name, contentBase64: await contentBase64(file) }
    read.mutate(input, { onSuccess: onRead, onError: setFailure })
  }

  return (
    <section className="im-card">
      {isTooLarge && <Alert type="error" showIcon role="alert" title={t('imports.file.tooLarge')} className="im-gap" />}
      <ImportFailure error={failure} />
      <Spin spinning={read.isPending} description={t('imports.file.reading')}>
        <Upload.Dragger
          accept=".csv,.txt,.tsv,text/csv"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file)
            return false
          }}
        >
          <p className="im-drop-mark">
            <FileAddOutlined aria-hidden />
          </p>
          <p className="im-drop-title">{t('imports.file.drop')}</p>
          <p className="np-muted">{t('imports.file.hint')}</p>
        </Upload.Dragger>
      </Spin>
      <p className="np-muted im-safe">{t('imports.file.safe')}</p>
    </section>
  )
}
