import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../shared/values/vocabulary.ts'
import { useSession } from '../../../api/session.ts'
import { useTour } from '../../../stores/tour.ts'
import '../../../tour/tour.css'
import { useEnterDemo } from '../../../tour/use-enter-demo.ts'

const ROLES: readonly Role[] = ['salesperson', 'reception', 'manager', 'owner']

/** The four tours: what of them is seen, and each again. */
export function TourSettings() {
  const { t } = useTranslation()
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('tour.settings.note')}</p>
      <ul className="np-tours">
        {ROLES.map((role) => (
          <TourRow key={role} role={role} />
        ))}
      </ul>
    </div>
  )
}

function TourRow({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { me, isDemo } = useSession()
  const { seen, places, start, goTo } = useTour()
  const { enter, isPending } = useEnterDemo()
  const at = places[role] ?? 0
  const isHere = isDemo && me.role === role
  const go = () => (isHere ? start(role) : enter(role))
  const goAnew = () => {
    goTo(role, 0)
    go()
  }
  const state = !seen.includes(role) ? 'fresh' : at > 0 ? 'left' : 'seen'
  return (
    <li>
      <span className="np-tours-name">
        <strong>{t('tour.about', { role: t(`codes.role.${role}`) })}</strong>
        <span className="np-muted">{t(`tour.settings.${state}`, { at: at + 1 })}</span>
      </span>
      {state === 'left' && (
        <Button disabled={isPending} onClick={goAnew}>
          {t('tour.again')}
        </Button>
      )}
      <Button type={role === me.role ? 'primary' : 'default'} loading={isPending} onClick={go}>
        {t(state === 'left' ? 'tour.resume' : 'tour.start')}
      </Button>
    </li>
  )
}
