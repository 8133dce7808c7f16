import { App } from 'antd'
import { useState } from 'react'
import type { Role } from '../../shared/values/vocabulary.ts'
import type { ApiFailure } from '../api/api-failure.ts'
import { call } from '../api/client.ts'
import { enterStatus, useStatus } from '../api/session.ts'
import { useFailureText } from '../components/ui/use-failure-text.ts'
import { useTour } from '../stores/tour.ts'

/** Into the demo showroom as somebody of a role, and that role's tour begins. One press, from wherever one is. */
export function useEnterDemo(): { readonly enter: (role: Role) => void; readonly isPending: boolean } {
  const { message } = App.useApp()
  const failureText = useFailureText()
  const now = useStatus().data
  const [isPending, setPending] = useState(false)
  const go = async (role: Role) => {
    if (now?.isDemo !== true) useTour.getState().setHasOwnStore(now?.stage !== 'first_run')
    const demo = now?.isDemo === true ? now : await call('setup.openDemo', {})
    const person = demo.people.find((one) => one.role === role)
    if (person === undefined || demo.demoSecret === null) return enterStatus(demo)
    const status = await call('session.signIn', { staffId: person.id, secret: demo.demoSecret })
    useTour.getState().start(role)
    enterStatus(status)
  }
  const enter = (role: Role) => {
    setPending(true)
    void go(role)
      .catch((error: ApiFailure) => message.error(failureText(error)))
      .finally(() => setPending(false))
  }
  return { enter, isPending }
}
