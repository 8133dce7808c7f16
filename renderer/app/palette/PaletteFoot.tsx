import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Option } from './rank.ts'

type Props = {
  readonly active: Option | undefined
  /** A step inside, from which Esc leads back. */
  readonly isInside: boolean
  readonly onMore: (option: Option) => void
}

const CHOOSE = '↑ ↓'

/** The keys that work now; what can be done with a customer is a button as well. */
export function PaletteFoot({ active, isInside, onMore }: Props) {
  const { t } = useTranslation()
  return (
    <div className="pl-foot">
      <span>
        <kbd>{CHOOSE}</kbd> {t('palette.keys.move')}
      </span>
      <span>
        <kbd>{'Enter'}</kbd> {t('palette.keys.run')}
      </span>
      <span>
        <kbd>{'Esc'}</kbd> {t(isInside ? 'palette.keys.back' : 'palette.keys.close')}
      </span>
      {active?.kind === 'lead' && !isInside && (
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMore(active)}
        >
          <kbd>{'Tab'}</kbd> {t('palette.keys.more')}
        </Button>
      )}
    </div>
  )
}
