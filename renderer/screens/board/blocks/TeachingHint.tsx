import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyHint } from '../../../components/ui/EmptyHint.tsx'

type About =
  | `charts.leadAllocation.${'speedEmpty' | 'loadEmpty'}`
  | `charts.${'infoCapture' | 'visitorRecording' | 'followUpAudit'}.empty`
  | `charts.followUpWorkload.${'empty' | 'noStock'}`

/** In the place of a chart that has nothing to draw: what fills it, and where that is done. */
export function TeachingHint({ about, to }: { readonly about: About; readonly to: '/visits' | '/leads' | '/today' }) {
  const { t } = useTranslation()
  return (
    <EmptyHint
      title={t(`${about}.title`)}
      hint={t(`${about}.hint`)}
      action={<Link to={to}>{t(`${about}.action`)}</Link>}
    />
  )
}
