import { lazy, Suspense } from 'react'
import { SessionContext, useStatus } from '../api/session.ts'
import { FailureNotice } from '../components/ui/FailureNotice.tsx'
import { LoadingBlock } from '../components/ui/LoadingBlock.tsx'
import { useEntry } from '../stores/entry.ts'
import { SignedIn } from './SignedIn.tsx'

const FirstRun = lazy(async () => ({ default: (await import('../screens/entry/FirstRunScreen.tsx')).FirstRunScreen }))
const SignIn = lazy(async () => ({ default: (await import('../screens/entry/SignInScreen.tsx')).SignInScreen }))
const Damaged = lazy(async () => ({ default: (await import('../screens/entry/DamagedScreen.tsx')).DamagedScreen }))
const Locked = lazy(async () => ({ default: (await import('../screens/entry/LockedScreen.tsx')).LockedScreen }))
const RecoveryCode = lazy(async () => ({
  default: (await import('../screens/entry/RecoveryCodeScreen.tsx')).RecoveryCodeScreen,
}))

function CurrentStage() {
  const status = useStatus()
  const hasCode = useEntry((state) => state.recoveryCode !== null)
  // A code that is shown once stays until somebody says it is written down, whatever the session does meanwhile.
  if (hasCode) return <RecoveryCode />
  if (status.data === undefined)
    return status.isError ? (
      <FailureNotice error={status.error} onRetry={() => void status.refetch()} isPage />
    ) : (
      <LoadingBlock />
    )
  const { me } = status.data
  if (me !== null) {
    return (
      <SessionContext value={{ ...status.data, me }}>
        <SignedIn />
      </SessionContext>
    )
  }
  if (status.data.stage === 'locked') return <Locked />
  if (status.data.stage === 'damaged') return <Damaged />
  return status.data.stage === 'first_run' ? <FirstRun /> : <SignIn status={status.data} />
}

/** First run, a store in trouble, sign-in or the program itself. */
export function Stage() {
  return (
    <Suspense fallback={<LoadingBlock />}>
      <CurrentStage />
    </Suspense>
  )
}
