import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOfferPageAct } from '../../stores/page-acts.ts'

type Props = { readonly onPrint?: () => void }

export function PrintButton({ onPrint = () => window.print() }: Props) {
  const { t } = useTranslation()
  useOfferPageAct('print', true, onPrint)
  return (
    <Button
      className="np-tool"
      icon={<PrinterOutlined aria-hidden />}
      onClick={onPrint}
      aria-label={t('exports.print')}
      title={t('exports.print')}
    >
      <span className="np-tool-text">{t('exports.print')}</span>
    </Button>
  )
}
