import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { DEFAULT_THRESHOLDS, type LightKey, lightOf, limitFaults, mostOf } from '../../../../shared/domain/lights.ts'
import { PercentInput } from '../../../components/forms/PercentInput.tsx'
import { LightTag } from '../../../components/ui/LightTag.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { headlinePlaces } from '../../board/control-point.ts'
import { complete, type LimitsDraft, sourceOf } from './thresholds-view.ts'

type Props = {
  readonly lightKey: LightKey
  /** What the showroom really did; null is not known, undefined not read yet. */
  readonly figure: number | null | undefined
  readonly draft: LimitsDraft
  readonly onChange: (change: Partial<LimitsDraft>) => void
  readonly onReset: () => void
}

/** One light: what it looks at, where it stands now, and the two lines that decide it. */
export function ThresholdRow({ lightKey, figure, draft, onChange, onReset }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const name = lightKey === 'compliance' ? t('board.compliance') : t(`board.headline.${lightKey}`)
  const places = lightKey === 'compliance' ? 1 : headlinePlaces(lightKey)
  const limits = complete(draft)
  const faults = limits === null ? [] : limitFaults(lightKey, limits)
  const source = sourceOf(lightKey, draft, DEFAULT_THRESHOLDS)
  const shipped = DEFAULT_THRESHOLDS[lightKey]
  const input = (field: 'amberFrom' | 'greenFrom') => (
    <PercentInput
      value={draft[field]}
      max={mostOf(lightKey)}
      isWrong={draft[field] === null || faults.some((fault) => fault.field === field)}
      ariaLabel={t('rules.thresholds.inputOf', { name, what: t(`rules.thresholds.column.${field}`) })}
      onChange={(ratio) => onChange({ [field]: ratio })}
    />
  )
  return (
    <tr>
      <th scope="row">
        <div>{name}</div>
        <small className="np-muted">{t(`rules.thresholds.meaning.${lightKey}`)}</small>
        {faults.map(({ code }) => (
          <div key={code} className="rules-wrong" role="alert">
            {t(`issue.${code}`)}
          </div>
        ))}
      </th>
      <td className="rules-number np-num">{figure !== undefined && format.ratio(figure, places)}</td>
      <td>
        {figure !== undefined && <LightTag light={limits === null ? 'unknown' : lightNow(lightKey, figure, limits)} />}
      </td>
      <td className="rules-input">{input('amberFrom')}</td>
      <td className="rules-input">{input('greenFrom')}</td>
      <td className="rules-source">
        <span>{t(`rules.thresholds.source.${source}`)}</span>
        {source === 'store' && (
          <>
            <small className="np-muted">
              {t('rules.thresholds.defaultIs', {
                amber: format.ratio(shipped.amberFrom, 0),
                green: format.ratio(shipped.greenFrom, 0),
              })}
            </small>
            <Button size="small" aria-label={t('rules.thresholds.resetOf', { name })} onClick={onReset}>
              {t('rules.thresholds.reset')}
            </Button>
          </>
        )}
      </td>
    </tr>
  )
}

function lightNow(key: LightKey, figure: number | null, limits: { amberFrom: number; greenFrom: number }) {
  return lightOf(key, figure, { ...DEFAULT_THRESHOLDS, [key]: { ...limits, source: 'store' } })
}
