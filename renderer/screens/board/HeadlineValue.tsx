import { useTranslation } from 'react-i18next'
import type { Tile } from '../../../shared/contract/board.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { LightTag } from '../../components/ui/LightTag.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { headlinePlaces } from './control-point.ts'
import { whyUnknown } from './why-unknown.ts'

/** The one figure of a control point, large, with its light; what is not known says why. */
export function HeadlineValue({ tile, report }: { readonly tile: Tile; readonly report: Report }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { key, headline, light, threshold, beside } = tile
  return (
    <div className="bd-headline">
      <div className="bd-headline-name">{t(`board.headline.${key}`)}</div>
      <div className="bd-headline-value np-num">
        {headline === null ? '—' : format.ratio(headline, headlinePlaces(key))}
      </div>
      <div className="bd-headline-light">
        {headline === null ? (
          <span className="np-light np-light-unknown">{t(`board.why.${whyUnknown(key, report)}`)}</span>
        ) : (
          <LightTag light={light} />
        )}
        {threshold.source === 'ours' && headline !== null && <small className="np-muted">{t('board.ours')}</small>}
      </div>
      {beside !== null && beside.headline !== null && (
        <div className="bd-beside">
          {t('board.compliance')} <span className="np-num">{format.ratio(beside.headline)}</span>
          <LightTag light={beside.light} wordless />
          {beside.threshold.source === 'ours' && <small>{t('board.ours')}</small>}
        </div>
      )}
    </div>
  )
}
