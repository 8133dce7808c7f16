import { FileAddOutlined } from '@ant-design/icons'
import { Alert, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import { contentBase64, MOST_MEGABYTES } from './file-content.ts'
import { JobProgress } from './JobProgress.tsx'
import { useCurrentJob, useJob } from './use-job.ts'

const ACCEPTED = '.xlsx,.xlsm,.csv,.txt,.tsv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The first step: one file, dropped or chosen. It is only read. */
export function ChooseFile({ onRead }: { readonly onRead: (reading: FileReading) => void }) {
  const { t } = useTranslation()
  const read = useJob('read')
  const { running } = useCurrentJob()
  const [isTooLarge, setTooLarge] = useState(false)

  const take = async (file: File) => {
    const isOver = file.size > MOST_MEGABYTES * 1024 * 1024
    setTooLarge(isOver)
    if (isOver) return
    const content = await contentBase64(file)
    read(file.name, (jobId) => ({ jobId, fileName: file.name, contentBase64: content }), onRead)
  }

  return (
    <section className="im-card">
      {isTooLarge && <Alert type="error" showIcon role="alert" title={t('imports.file.tooLarge')} className="im-gap" />}
      {running?.kind === 'read' ? (
        <div className="im-reading">
          <JobProgress job={running} />
        </div>
      ) : (
        <Upload.Dragger
          accept={ACCEPTED}
          multiple={false}
          showUploadList={false}
          disabled={running !== null}
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
      )}
      <p className="np-muted im-safe">{t('imports.file.safe')}</p>
    </section>
  )
}
