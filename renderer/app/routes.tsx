import { Result } from 'antd'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { createHashRouter, Navigate, type RouteObject } from 'react-router'
import type { Role } from '../../shared/values/vocabulary.ts'
import { useSession } from '../api/session.ts'
import { CrashBoundary } from './CrashBoundary.tsx'
import { homeOf } from './navigation.ts'
import { Shell } from './Shell.tsx'
import { SCREENS } from './screens.tsx'

function Home() {
  const { me } = useSession()
  return <Navigate to={homeOf(me.role)} replace />
}

function NotFound() {
  const { t } = useTranslation()
  return <Result status="info" title={t('common.notFound.title')} subTitle={t('common.notFound.text')} />
}

/** The gate refuses what a role may not do; here it only spares people screens that could not show them anything. */
function guarded(Screen: ComponentType, roles: readonly Role[]): ComponentType {
  return function Guarded() {
    return useSession().can(roles) ? (
      <CrashBoundary>
        <Screen />
      </CrashBoundary>
    ) : (
      <NotFound />
    )
  }
}

const children: RouteObject[] = [
  { index: true, Component: Home },
  ...SCREENS.map(({ path, roles, load }) => ({
    path,
    lazy: async () => ({ Component: guarded(await load(), roles) }),
  })),
  { path: '*', Component: NotFound },
]

/** In the hash, because it works the same under http:// and app://, and no path ever reaches the server. */
export const router = createHashRouter([
  { path: '/', Component: Shell, HydrateFallback: () => null, ErrorBoundary: RouteCrash, children },
])

function RouteCrash() {
  const { t } = useTranslation()
  return (
    <Result
      status="error"
      title={t('common.crash.title')}
      subTitle={t('common.crash.text')}
      extra={<a href="./">{t('common.crash.reload')}</a>}
    />
  )
}
