import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { VisitRow } from '../../../shared/contract/visits.ts'
import { type BusinessDate, parseBusinessDate } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { OpenDrafts } from '../../components/drafts/OpenDrafts.tsx'
import { useOpenRequest } from '../../components/drafts/use-open-request.ts'
import { ReasonModal } from '../../components/floor/ReasonModal.tsx'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { useUndone } from '../../components/undo/use-undone.ts'
import { AnonymousModal } from './AnonymousModal.tsx'
import { CapturePanel } from './CapturePanel.tsx'
import { CorrectPanel } from './CorrectPanel.tsx'
import { DayBar } from './DayBar.tsx'
import { DaySummaryLine } from './DaySummaryLine.tsx'
import { type Logged, LoggedNotice } from './LoggedNotice.tsx'
import { LogPanel } from './LogPanel.tsx'
import { type VisitAct, VisitList } from './VisitList.tsx'
import { VisitsExport } from './VisitsExport.tsx'
import { summaryOf } from './visit-view.ts'
import './visits.css'

type Open = 'log' | 'anonymous' | { readonly act: VisitAct; readonly visit: VisitRow } | null

/** What can be begun here and is not finished when its panel is closed. */
const OF_THE_DOOR: readonly string[] = ['visit', 'capture', 'correct']

/** The door: who came today, and the form to log the next one. N logs a visitor, M one who left nothing. */
export function VisitsScreen() {
  const { t } = useTranslation()
  const today = useSession().today as BusinessDate
  const [search, setSearch] = useSearchParams()
  const date = parseBusinessDate(search.get('date') ?? '') ?? today
  const [open, setOpen] = useState<Open>(null)
  const [phone, setPhone] = useState('')
  const [logged, setLogged] = useState<Logged | null>(null)
  useUndone(['visits.log', 'visits.capture'], () => setLogged(null))
  const day = useRead('visits.day', { date }, { keepLast: true, everyMs: 60_000 })
  useShortcuts({ newVisit: () => setOpen('log'), newAnonymous: () => setOpen('anonymous') })
  const close = () => {
    setOpen(null)
    setPhone('')
  }
  const openForm = (number: string) => {
    setPhone(number)
    setOpen('log')
  }
  useOpenRequest((what, visitId) => {
    if (what === 'visit') openForm(visitId)
    if (what === 'anonymous') setOpen('anonymous')
    if (what !== 'capture' && what !== 'correct') return what === 'visit' || what === 'anonymous'
    const visit = day.data?.visits.find(({ id }) => id === visitId)
    if (visit !== undefined) setOpen({ act: what, visit })
    return visit !== undefined
  })
  const hasPanel = open === 'log' || (typeof open === 'object' && open !== null && open.act !== 'void')
  return (
    <Page>
      <PageHeader
        title={t('visits.title')}
        note={<DayBar date={date} onChange={(next) => setSearch(next === today ? {} : { date: next })} />}
        actions={
          <>
            <VisitsExport date={date} isEmpty={day.data?.visits.length === 0} />
            <Button data-tour="visit.anonymous" onClick={() => setOpen('anonymous')}>
              {t('visits.anonymousKey')}
            </Button>
            <Button type="primary" data-tour="visit.log" onClick={() => setOpen('log')}>
              {t('visits.logKey')}
            </Button>
          </>
        }
      />
      {!hasPanel && <OpenDrafts where={({ form }) => OF_THE_DOOR.includes(form)} />}
      {logged !== null && <LoggedNotice logged={logged} onClose={() => setLogged(null)} />}
      <div className={hasPanel ? 'vs-columns vs-with-panel' : 'vs-columns'}>
        <div className="vs-list">
          <Loaded read={day}>
            {({ visits }) => (
              <>
                <DaySummaryLine summary={summaryOf(visits)} />
                <VisitList
                  visits={visits}
                  isBeside={hasPanel}
                  onAct={(act, visit) => setOpen({ act, visit })}
                  onLog={date === today && !hasPanel ? () => setOpen('log') : null}
                />
              </>
            )}
          </Loaded>
        </div>
        <LogPanel isOpen={open === 'log'} phone={phone} onClose={close} onLogged={setLogged} />
        {typeof open === 'object' && open !== null && <Act open={open} onClose={close} onLogged={setLogged} />}
      </div>
      {open === 'anonymous' && <AnonymousModal onClose={close} />}
    </Page>
  )
}

type ActProps = {
  readonly open: { readonly act: VisitAct; readonly visit: VisitRow }
  readonly onClose: () => void
  readonly onLogged: (logged: Logged) => void
}

function Act({ open: { act, visit }, onClose, onLogged }: ActProps) {
  const { t } = useTranslation()
  switch (act) {
    case 'capture':
      return <CapturePanel key={visit.id} visit={visit} onClose={onClose} onLogged={onLogged} />
    case 'correct':
      return <CorrectPanel key={visit.id} visit={visit} onClose={onClose} />
    case 'void':
      return (
        <ReasonModal
          op="visits.void"
          title={t('visits.voidTitle')}
          okText={t('visits.voidOk')}
          about={t('visits.voidAbout')}
          usual={[t('visits.voidUsual.twice'), t('visits.voidUsual.mistake'), t('visits.voidUsual.notVisitor')]}
          subject={visit.id}
          inputOf={(reason) => ({ visitId: visit.id, reason })}
          onClose={onClose}
        />
      )
  }
}
