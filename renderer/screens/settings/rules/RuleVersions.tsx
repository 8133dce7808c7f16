import { Button, Modal, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import { useRead } from '../../../api/use-read.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useSavedBy } from './VersionLine.tsx'

type Props = {
  readonly inForce: number
  readonly onUse: (version: RuleVersion) => void
  readonly onClose: () => void
}

/** Every version there was; one of them can be laid out again. */
export function RuleVersions({ inForce, onUse, onClose }: Props) {
  const { t } = useTranslation()
  const savedBy = useSavedBy()
  const read = useRead('rules.history', {})
  return (
    <Modal open width={760} title={t('rules.versions.title')} footer={null} onCancel={onClose}>
      <p className="settings-note">{t('rules.versions.note')}</p>
      <Loaded read={read}>
        {({ versions }) => (
          <table className="rules-table">
            <thead>
              <tr>
                <th scope="col">{t('rules.versions.column.version')}</th>
                <th scope="col">{t('rules.versions.column.saved')}</th>
                <th scope="col">{t('rules.versions.column.note')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {versions.map((one) => (
                <tr key={one.version}>
                  <th scope="row">{t('rules.versions.number', { version: one.version })}</th>
                  <td>{savedBy(one)}</td>
                  <td>{one.note ?? <span className="np-muted">–</span>}</td>
                  <td className="rules-number">
                    {one.version === inForce ? (
                      <Tag color="green">{t('rules.versions.inForce')}</Tag>
                    ) : (
                      <Button
                        size="small"
                        aria-label={t('rules.versions.useOf', { version: one.version })}
                        onClick={() => onUse(one)}
                      >
                        {t('rules.versions.use')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </Modal>
  )
}
