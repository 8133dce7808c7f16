import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { differences, type ScreeningDraft } from './screening-view.ts'

type Props = {
  readonly draft: ScreeningDraft
  readonly theirs: ScreeningDraft
  readonly isPending: boolean
  readonly onUseMine: () => void
  readonly onUseTheirs: () => void
}

/** Somebody saved other answers while these were typed: what theirs are, and which shall stand. */
export function ChangedMeanwhile({ draft, theirs, isPending, onUseMine, onUseTheirs }: Props) {
  const { t } = useTranslation()
  const names = differences(draft, theirs)
  const wordOf = (name: keyof ScreeningDraft): string => {
    const value = theirs[name]
    if (value === null || value === '' || value === 'unknown') return t('leads.screening.notAsked')
    if (value === 'yes' || value === 'no') return t(`common.${value}`)
    if (name === 'stage') return t(`codes.stage.${value as 'desire'}`)
    return name === 'horizonMonths' ? t('leads.screening.months', { count: Number(value) }) : String(value)
  }
  return (
    <Alert
      className="fl-above"
      type="warning"
      showIcon
      role="alert"
      title={
        <>
          <strong>{t('leads.screening.conflictTitle')}</strong>
          <div>{t(names.length === 0 ? 'leads.screening.conflictNothing' : 'leads.screening.conflictText')}</div>
          <ul className="ld-differences">
            {names.map((name) => (
              <li key={name}>
                {t('leads.screening.pair', { name: t(`leads.screening.fact.${name}`), value: wordOf(name) })}
              </li>
            ))}
          </ul>
        </>
      }
      action={
        <div className="ld-stack">
          <Button size="small" type="primary" loading={isPending} onClick={onUseMine}>
            {t('leads.screening.useMine')}
          </Button>
          <Button size="small" onClick={onUseTheirs}>
            {t('leads.screening.useTheirs')}
          </Button>
        </div>
      }
    />
  )
}
