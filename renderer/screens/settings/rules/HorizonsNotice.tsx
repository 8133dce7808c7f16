import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Slot } from '../../../../shared/contract/setup.ts'
import { useRead } from '../../../api/use-read.ts'
import { useAskedHorizons } from '../../../stores/asked-horizons.ts'
import { horizonsDiffer } from './horizons.ts'

type Horizon = Pick<Slot, 'slot' | 'horizonDays'>
type Props = { readonly edited: readonly Horizon[]; readonly isSaved: boolean }

/** A scheme only names and paces: where its horizons are not those of the rules, says so and carries them over on a press. */
export function HorizonsNotice({ edited, isSaved }: Props) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { ask } = useAskedHorizons()
  const rules = useRead('rules.get', {}).data
  if (rules === undefined || !horizonsDiffer(edited, rules.alternatives)) return null
  const carryOver = () => {
    ask(true)
    void go('/settings/rules')
  }
  return (
    <Alert
      type="info"
      showIcon
      className="rules-horizons"
      title={t('rules.horizons.title')}
      description={t(isSaved ? 'rules.horizons.about' : 'rules.horizons.unsaved')}
      action={isSaved && <Button onClick={carryOver}>{t('rules.horizons.go')}</Button>}
    />
  )
}
