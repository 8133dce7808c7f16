import {
  AppstoreOutlined,
  AuditOutlined,
  CheckSquareOutlined,
  ControlOutlined,
  ImportOutlined,
  SettingOutlined,
  ShopOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Outlet, useLocation } from 'react-router'
import { useSession } from '../api/session.ts'
import { BackupFailedNotice } from '../components/store-file/BackupFailedNotice.tsx'
import { MovedNotice } from '../components/store-file/MovedNotice.tsx'
import { UndoBar } from '../components/undo/UndoBar.tsx'
import { Tour } from '../tour/Tour.tsx'
import { Header } from './Header.tsx'
import { type NavigationKey, placesOf } from './navigation.ts'
import { PrintHead } from './PrintHead.tsx'
import { PaletteHost } from './palette/PaletteHost.tsx'
import { cameByKey } from './use-go.ts'

const ICONS: Record<NavigationKey, ReactNode> = {
  today: <CheckSquareOutlined aria-hidden />,
  visits: <ShopOutlined aria-hidden />,
  leads: <TeamOutlined aria-hidden />,
  board: <AppstoreOutlined aria-hidden />,
  levers: <ControlOutlined aria-hidden />,
  review: <AuditOutlined aria-hidden />,
  import: <ImportOutlined aria-hidden />,
  settings: <SettingOutlined aria-hidden />,
}

function Navigation() {
  const { t } = useTranslation()
  const { me } = useSession()
  return (
    <nav className="np-nav" aria-label={t('common.nav.label')}>
      <div className="np-nav-mark" aria-hidden>
        {t('common.mark')}
      </div>
      {placesOf(me.role).map((key) => (
        <NavLink key={key} to={`/${key}`}>
          {ICONS[key]}
          <span>{t(`common.nav.${key}`)}</span>
        </NavLink>
      ))}
    </nav>
  )
}

/** Navigation, header, and the screen, which alone scrolls: a scroll lock on <body> would need styles the CSP forbids. */
export function Shell() {
  const { t } = useTranslation()
  const { movedAt, backupFailedAt } = useSession()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  useFocusOnArrival(main)
  return (
    <div className="np-shell">
      <a
        className="np-skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {t('common.header.skip')}
      </a>
      <Navigation />
      <Header />
      <main
        ref={main}
        id="content"
        className="np-content"
        tabIndex={-1}
        key={pathname.split('/')[1] ?? ''}
        data-at={pathname}
      >
        <PrintHead />
        <MovedNotice movedAt={movedAt} />
        <BackupFailedNotice failedAt={backupFailedAt} />
        <Outlet />
      </main>
      <UndoBar />
      <Tour />
      <PaletteHost />
    </div>
  )
}

/**
 * Whoever comes by a key, or left a screen that is gone with what had the focus, stands at the beginning of the new one. Before the
 * screen's own effects, so that a field it opens keeps the focus.
 */
function useFocusOnArrival(main: RefObject<HTMLElement | null>): void {
  const { key, state } = useLocation()
  const last = useRef(key)
  useLayoutEffect(() => {
    if (last.current === key) return
    last.current = key
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (isLost || cameByKey(state)) main.current?.focus({ preventScroll: true })
  }, [main, key, state])
}
