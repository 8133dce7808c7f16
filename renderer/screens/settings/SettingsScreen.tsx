import { Suspense, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, useParams } from 'react-router'
import { useSession } from '../../api/session.ts'
import { LoadingBlock } from '../../components/ui/LoadingBlock.tsx'
import { Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import './settings.css'
import { SETTINGS_GROUPS, SETTINGS_PAGES } from './settings-pages.tsx'

/** The settings a person may see, in groups at the left; this PC's look is everybody's. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const { can } = useSession()
  const { tab } = useParams()
  const mine = SETTINGS_PAGES.filter(({ roles }) => can(roles))
  const current = mine.find(({ key }) => key === tab)
  if (current === undefined) return <Navigate to={`/settings/${firstOf(mine)}`} replace />
  const { Content } = current
  return (
    <Page>
      <PageHeader title={t('setup.title')} note={current.label(t)} />
      <div className="settings-frame">
        <nav className="settings-nav" aria-label={t('setup.title')}>
          {SETTINGS_GROUPS.map((group) => (
            <PageGroup
              key={group}
              title={t(`device.group.${group}`)}
              pages={mine.filter((page) => page.group === group)}
            />
          ))}
        </nav>
        <div className="settings-content">
          <Suspense fallback={<LoadingBlock />} key={current.key}>
            <Content />
          </Suspense>
        </div>
      </div>
    </Page>
  )
}

type PageGroupProps = { readonly title: string; readonly pages: typeof SETTINGS_PAGES }

function PageGroup({ title, pages }: PageGroupProps) {
  const { t } = useTranslation()
  const id = useId()
  if (pages.length === 0) return null
  return (
    <div className="settings-nav-group">
      <div className="settings-nav-title" id={id}>
        {title}
      </div>
      <ul aria-labelledby={id}>
        {pages.map(({ key, label }) => (
          <li key={key}>
            <NavLink to={`/settings/${key}`}>{label(t)}</NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Who manages comes for the business, not for the look of the PC. */
function firstOf(pages: typeof SETTINGS_PAGES): string {
  return (pages.find(({ group }) => group !== 'device') ?? pages[0])?.key ?? ''
}
