import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from '../components/keys/KeyCaps.tsx'
import { usePalette } from '../stores/palette.ts'

/** The palette's place in the header, for those who do not know its key yet. */
export function FindButton() {
  const { t } = useTranslation()
  const show = usePalette((state) => state.show)
  return (
    <Button
      className="np-find"
      icon={<SearchOutlined aria-hidden />}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => show('palette')}
    >
      <span className="np-find-text">{t('palette.open')}</span>
      <span className="np-find-key" aria-hidden>
        <KeyCaps of="palette" />
      </span>
    </Button>
  )
}
