import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { type ChainState, useChainCheck } from './use-chain-check.ts'

/** Whether anybody has tampered with the trail: looked through on demand, stretch by stretch, with a way to stop. */
export function ChainCheck() {
  const { t } = useTranslation()
  const { state, start, stop } = useChainCheck()
  const text = useStateText()(state)
  const isRunning = state.stage === 'running'
  const button = (
    <Button size="small" onClick={isRunning ? stop : start}>
      {t(isRunning ? 'audit.chain.stop' : 'audit.chain.check')}
    </Button>
  )
  return (
    <section className="settings-section" aria-live="polite">
      <h2>{t('audit.chain.title')}</h2>
      {state.stage === 'failed' && <FailureNotice error={state.error} />}
      <Alert
        type={state.stage === 'broken' ? 'error' : state.stage === 'whole' ? 'success' : 'info'}
        showIcon
        title={text}
        {...(state.stage === 'broken' ? { description: t('audit.chain.whatToDo') } : {})}
        action={button}
      />
    </section>
  )
}

function useStateText(): (state: ChainState) => ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  return (state) => {
    switch (state.stage) {
      case 'running':
        return t('audit.chain.running', { done: count(state.done), total: count(state.total) })
      case 'broken':
        return t(`audit.chain.fault.${state.fault}`, { seq: count(state.seq) })
      case 'whole': {
        const backedUp = state.backedUpTo === null ? null : count(state.backedUpTo)
        const n = count(state.entries)
        return backedUp === null ? t('audit.chain.ok', { n }) : t('audit.chain.okBackedUp', { n, backedUp })
      }
      case 'idle':
      case 'failed':
        return t('audit.chain.idle')
    }
  }
}
