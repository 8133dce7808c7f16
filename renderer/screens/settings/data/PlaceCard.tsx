import { FolderOpenOutlined } from '@ant-design/icons'
import { Alert, Button, Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import { hasShell, tellShell } from '../../../api/shell.ts'
import { useRead } from '../../../api/use-read.ts'
import { useStoreTexts } from '../../../components/store-file/use-store-texts.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'

/** Where the data lie, how much they are, and whether anything about them needs looking after. */
export function PlaceCard() {
  const place = useRead('store.place', {})
  return <Loaded read={place}>{(data) => <Place place={data} />}</Loaded>
}

function Place({ place }: { readonly place: OutputOf<'store.place'> }) {
  const { t } = useTranslation()
  const format = useFormats()
  const texts = useStoreTexts()
  const { file, isDemo, bytes, counts, peopleOnFile, freeBytes, lastBackupAt, warnings } = place
  return (
    <section className="settings-section">
      <h2>{t('data.place.title')}</h2>
      {isDemo && <p className="settings-note">{t('data.place.demo')}</p>}
      {warnings.map((warning) => (
        <Alert
          key={warning}
          type="warning"
          showIcon
          title={t(`data.warning.${warning}`)}
          className="settings-warning"
        />
      ))}
      <Descriptions
        size="small"
        column={2}
        items={[
          {
            key: 'file',
            label: t('data.place.file'),
            span: 2,
            children: (
              <>
                <code className="settings-path">{file}</code>
                {hasShell && (
                  <Button
                    type="link"
                    size="small"
                    icon={<FolderOpenOutlined aria-hidden />}
                    onClick={() => tellShell({ kind: 'show_data' })}
                  >
                    {t('data.place.show')}
                  </Button>
                )}
              </>
            ),
          },
          { key: 'holds', label: t('data.backups.holds'), span: 2, children: texts.list(counts) },
          {
            key: 'people',
            label: t('data.place.people'),
            span: 2,
            children: (
              <span>
                {format.count(peopleOnFile)}
                <span className="np-muted settings-beside">{t('data.place.peopleHint')}</span>
              </span>
            ),
          },
          { key: 'size', label: t('data.place.size'), children: texts.size(bytes) },
          {
            key: 'free',
            label: t('data.place.free'),
            children: freeBytes === null ? t('data.place.freeUnknown') : texts.size(freeBytes),
          },
          {
            key: 'backup',
            label: t('data.place.lastBackup'),
            span: 2,
            children: lastBackupAt === null ? t('data.place.neverBackedUp') : format.fullDateTime(lastBackupAt),
          },
        ]}
      />
    </section>
  )
}
