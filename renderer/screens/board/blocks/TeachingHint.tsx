import { useTranslation } from 'react-i18next'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { useSession } from '../../../api/session.ts'
import { EmptyHint } from '../../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../../components/ui/GoButton.tsx'

type About =
  | `charts.leadAllocation.${'speedEmpty' | 'loadEmpty'}`
  | `charts.visitorRecording.${'empty' | 'noDoor'}`
  | `charts.${'customerTypes' | 'infoCapture' | 'followUpAudit' | 'sellingSkill' | 'leadSources' | 'targetProgress'}.empty`
  | `charts.followUpWorkload.${'empty' | 'noStock'}`

type Place = '/visits?open=visit' | '/leads' | '/today' | '/settings/targets' | '/settings/doorCounts'

/** In the place of a chart that has nothing to draw: what fills it, and one button to begin, for those who may. */
export function TeachingHint({ about, to }: { readonly about: About; readonly to: Place }) {
  const { t } = useTranslation()
  const manages = useSession().can(MANAGERS)
  const mayGo = manages || !to.startsWith('/settings/')
  return (
    <EmptyHint
      title={t(`${about}.title`)}
      hint={t(`${about}.hint`)}
      action={mayGo && <GoButton to={to}>{t(`${about}.action`)}</GoButton>}
    />
  )
}
