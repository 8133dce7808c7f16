import { Alert } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { useSession } from '../../api/session.ts'
import { useRead } from '../../api/use-read.ts'
import { OpenDrafts } from '../../components/drafts/OpenDrafts.tsx'
import { KeyHints } from '../../components/keys/KeyHints.tsx'
import { useShortcuts } from '../../components/keys/use-shortcuts.ts'
import { EmptyHint } from '../../components/ui/EmptyHint.tsx'
import { GoButton } from '../../components/ui/GoButton.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { DayList } from './DayList.tsx'
import { DayProgress } from './DayProgress.tsx'
import { following, itemsOf, neighbour, sectionsOf } from './day-view.ts'
import { PersonDayExport } from './PersonDayExport.tsx'
import { WorkPanel } from './WorkPanel.tsx'

/** A person's day: the list on the left, the next contact on the right; open, log, next without the mouse. */
export function PersonDayPage({ staffId }: { readonly staffId: string }) {
  const { t } = useTranslation()
  const { me, people } = useSession()
  const isMine = staffId === me.id
  const name = people.find(({ id }) => id === staffId)?.name ?? ''
  const day = useRead('followUps.today', { staffId }, { everyMs: 60_000 })
  return (
    <Page>
      <PageHeader
        title={isMine ? t('today.title') : t('today.ofPerson', { name })}
        note={day.data === undefined ? undefined : <DayProgress day={day.data} />}
        actions={
          <>
            {me.role !== 'salesperson' && <Link to="/today">{t('today.back')}</Link>}
            {day.data !== undefined && <PersonDayExport day={day.data} />}
          </>
        }
      />
      {!isMine && <Alert className="fl-above" type="info" showIcon title={t('today.lookingAt', { name })} />}
      <Loaded read={day}>{(data) => <Worklist day={data} isMine={isMine} />}</Loaded>
    </Page>
  )
}

type WorklistProps = { readonly day: OutputOf<'followUps.today'>; readonly isMine: boolean }

function Worklist({ day, isMine }: WorklistProps) {
  const { t } = useTranslation()
  const sections = sectionsOf(day)
  const items = itemsOf(sections)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [isLogging, setLogging] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const chosen = items.find(({ leadId }) => leadId === chosenId) ?? items[0]

  const choose = (leadId: string | null) => {
    setLogging(false)
    setChosenId(leadId)
    if (leadId !== null) list.current?.querySelector<HTMLElement>(`[data-lead="${CSS.escape(leadId)}"]`)?.focus()
  }
  const move = (step: 1 | -1) => () => choose(neighbour(items, chosen?.leadId ?? null, step))
  const open = () => setLogging(true)
  useShortcuts({ listNext: move(1), listPrevious: move(-1), openFollowUp: open })

  if (chosen === undefined) {
    return (
      <>
        {isMine && <OpenDrafts />}
        <NothingToDo isDone={day.doneToday > 0} />
      </>
    )
  }
  return (
    <>
      {isMine && <OpenDrafts inSight={{ form: 'followUp', subject: chosen.leadId }} />}
      <div className="td-columns">
        <DayList
          ref={list}
          sections={sections}
          chosenId={chosen.leadId}
          onChoose={(leadId) => {
            setChosenId(leadId)
            setLogging(true)
          }}
        />
        <WorkPanel
          key={chosen.leadId}
          item={chosen}
          isLogging={isLogging}
          onLogged={() => {
            setChosenId(following(items, chosen.leadId))
            setLogging(true)
          }}
          onLeave={() => choose(chosen.leadId)}
        />
      </div>
      <KeyHints
        hints={[
          { of: ['listNext', 'listPrevious'], does: t('today.keys.move') },
          'openFollowUp',
          { of: ['save'], does: t('today.keys.save') },
          { of: ['leaveForm'], does: t('today.keys.back') },
        ]}
      />
    </>
  )
}

function NothingToDo({ isDone }: { readonly isDone: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="fl-card td-empty">
      <EmptyHint
        title={t(isDone ? 'today.allDone' : 'today.nothingYet')}
        hint={t(isDone ? 'today.allDoneHint' : 'today.nothingYetHint')}
        action={<GoButton to="/visits?open=visit">{t('visits.log')}</GoButton>}
      />
    </div>
  )
}
