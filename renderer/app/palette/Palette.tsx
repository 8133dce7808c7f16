import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal, Tag } from 'antd'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { MANAGERS, SALES } from '../../../shared/contract/operation.ts'
import { useSession } from '../../api/session.ts'
import { useReturnFocus } from '../../components/keys/use-return-focus.ts'
import { usePalette, useRecents } from '../../stores/palette.ts'
import { asking } from '../asks.ts'
import { useGo } from '../use-go.ts'
import type { Does } from './actions.ts'
import { actsOn } from './lead-acts.ts'
import { PaletteFoot } from './PaletteFoot.tsx'
import { optionId, PaletteList } from './PaletteList.tsx'
import type { Option } from './rank.ts'
import { usePaletteActs } from './use-palette-acts.ts'
import { type PaletteMode, usePaletteGroups } from './use-palette-groups.ts'
import './palette.css'

const ANYTHING: PaletteMode = { kind: 'anything' }

/** One box for all there is: customers, actions, screens. Arrows choose, Enter does, Tab asks what can be done with a customer. */
export function Palette() {
  const { t } = useTranslation()
  const listId = useId()
  const close = usePalette((state) => state.close)
  const [mode, setMode] = useState<PaletteMode>(ANYTHING)
  const [text, setText] = useState('')
  const { groups, answered, isCurrent } = usePaletteGroups(mode, text)
  const options = groups.flatMap((group) => group.options)
  const [chosen, setChosen] = useState<string | null>(null)
  const active = options.find(({ key }) => key === chosen) ?? options[0]
  useReturnFocus()

  const enter = (next: PaletteMode) => {
    setMode(next)
    setText('')
    setChosen(null)
  }
  const { run, moreOf } = useRun(mode, enter)
  const { confirm, cancel } = useWhenCurrent(isCurrent, () => active !== undefined && run(active))
  const type = (words: string) => {
    setText(words)
    setChosen(null)
    cancel()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' && text === '' && mode.kind !== 'anything') return enter(ANYTHING)
    if (!actOn(event.key, { options, active, confirm, onChoose: setChosen, onMore: moreOf })) return
    event.preventDefault()
  }
  return (
    <Modal
      open
      title={t('palette.title')}
      classNames={{ header: 'pl-unseen', container: 'pl-container' }}
      style={{ top: '10vh' }}
      width="min(40rem, calc(100vw - 2rem))"
      footer={null}
      closable={false}
      scrollLock={false}
      transitionName=""
      maskTransitionName=""
      onCancel={() => (mode.kind === 'anything' ? close() : enter(ANYTHING))}
    >
      <Input
        size="large"
        variant="borderless"
        autoFocus
        className="pl-input"
        prefix={<ModeMark mode={mode} />}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        placeholder={usePlaceholder(mode)}
        role="combobox"
        aria-label={t('palette.title')}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active === undefined ? {} : { 'aria-activedescendant': optionId(listId, active.key) })}
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
      />
      <PaletteList
        id={listId}
        groups={groups}
        activeKey={active?.key ?? null}
        text={answered}
        isBusy={!isCurrent}
        isAsking={mode.kind === 'whose'}
        onChoose={setChosen}
        onRun={run}
      />
      <PaletteFoot active={active} isInside={mode.kind !== 'anything'} onMore={moreOf} />
    </Modal>
  )
}

function ModeMark({ mode }: { readonly mode: PaletteMode }) {
  const { t } = useTranslation()
  if (mode.kind === 'anything') return <SearchOutlined aria-hidden />
  return (
    <Tag>
      {mode.kind === 'with' ? t('palette.of', { name: mode.lead.customerName }) : t(`palette.whose.${mode.ask}`)}
    </Tag>
  )
}

function usePlaceholder(mode: PaletteMode): string {
  const { t } = useTranslation()
  const seesLeads = useSession().can(SALES)
  if (mode.kind === 'with') return ''
  if (mode.kind === 'whose') return t('palette.typeCustomer')
  return t(seesLeads ? 'palette.placeholder' : 'palette.placeholderNoLeads')
}

/** What becomes of what was chosen. */
function useRun(mode: PaletteMode, enter: (mode: PaletteMode) => void) {
  const { me, can } = useSession()
  const close = usePalette((state) => state.close)
  const go = useGo()
  const acts = usePaletteActs()
  const manages = can(MANAGERS)
  // Closed first, and the focus is back: what comes next finds the screen as it was left.
  const leave = (act: () => void) => {
    flushSync(close)
    act()
  }
  const does = (what: Does) => {
    switch (what.kind) {
      case 'go':
        return leave(() => go(what.path))
      case 'act':
        return leave(acts[what.act])
      case 'customer':
        return enter({ kind: 'whose', ask: what.ask })
    }
  }
  const run = (option: Option) => {
    if (option.kind === 'lead') {
      const page = `/leads/${option.lead.leadId}`
      return leave(() => go(mode.kind === 'whose' ? asking(page, mode.ask) : page))
    }
    const isOffered = option.key.startsWith('act:') || option.key.startsWith('screen:')
    if (isOffered) useRecents.getState().usedEntry(me.id, option.key)
    does(option.entry.does)
  }
  const moreOf = (option: Option) => {
    const isOpen = mode.kind === 'anything' && option.kind === 'lead' && actsOn(option.lead, manages).length > 0
    if (isOpen) enter({ kind: 'with', lead: option.lead })
  }
  return { run, moreOf }
}

/** Enter can be faster than the answer: then it waits for it, and does not take what stood there for an earlier word. */
function useWhenCurrent(isCurrent: boolean, act: () => void) {
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => {
    if (!isWaiting || !isCurrent) return
    setWaiting(false)
    act()
  }, [isWaiting, isCurrent])
  return { confirm: () => (isCurrent ? act() : setWaiting(true)), cancel: () => setWaiting(false) }
}

type Keys = {
  readonly options: readonly Option[]
  readonly active: Option | undefined
  readonly confirm: () => void
  readonly onChoose: (key: string) => void
  readonly onMore: (option: Option) => void
}

const STEPS: Readonly<Partial<Record<string, number>>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }

/** Answers whether the key was one of the list's. */
function actOn(key: string, { options, active, confirm, onChoose, onMore }: Keys): boolean {
  if (key === 'Enter') confirm()
  else if (key === 'Tab') {
    if (active !== undefined) onMore(active)
  } else {
    const step = STEPS[key]
    if (step === undefined) return false
    const at = active === undefined ? -1 : options.indexOf(active)
    const isSingle = Math.abs(step) === 1
    const next = isSingle ? (at + step + options.length) % options.length : at + step
    const option = options[Math.max(0, Math.min(options.length - 1, next))]
    if (option !== undefined) onChoose(option.key)
  }
  return true
}
