import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { BringIn } from '../../components/store-file/BringIn.tsx'
import { EntryFrame } from './EntryFrame.tsx'

/** The first run of a PC that another one is moved to. */
export function BringInScreen({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <EntryFrame title={t('data.bring.title')}>
      <BringIn isReplacing={false} />
      <div className="entry-foot">
        <Button onClick={onBack}>{t('common.back')}</Button>
      </div>
    </EntryFrame>
  )
}
