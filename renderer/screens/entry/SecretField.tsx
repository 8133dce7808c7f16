import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/contract/session.ts'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useEntry } from '../../stores/entry.ts'

const PIN_LENGTH = 6

type Props = {
  readonly person: Person
  readonly onForgot: () => void
}

/** A PIN goes off by itself at its sixth digit; a password waits for Enter. What was wrong is cleared for the next try. */
export function SecretField({ person, onForgot }: Props) {
  const { t } = useTranslation()
  const textOf = useFailureText()
  const field = useRef<InputRef>(null)
  const [secret, setSecret] = useState('')
  const signIn = useAct('session.signIn')
  const isOwner = person.role === 'owner'

  useEffect(() => {
    if (!signIn.isPending) field.current?.focus()
  }, [signIn.isPending])

  const send = (text: string) => {
    if (text === '' || signIn.isPending) return
    signIn.mutate(
      { staffId: person.id, secret: text },
      {
        onSuccess: (status) => {
          useEntry.getState().setLocked(null)
          enterStatus(status)
        },
        onError: () => setSecret(''),
      },
    )
  }
  const change = (text: string) => {
    setSecret(text)
    if (!isOwner && /^\d{6}$/.test(text)) send(text)
  }
  const label = t(isOwner ? 'session.passwordFor' : 'session.pinFor', { name: person.name })

  return (
    <Form className="entry-secret" layout="vertical" onFinish={() => send(secret)}>
      <Form.Item
        htmlFor="secret"
        label={label}
        {...(signIn.isError ? { validateStatus: 'error', help: textOf(signIn.error) } : {})}
      >
        <Input.Password
          ref={field}
          id="secret"
          className={isOwner ? '' : 'entry-secret-pin'}
          size="large"
          autoFocus
          autoComplete="off"
          visibilityToggle={isOwner}
          disabled={signIn.isPending}
          {...(isOwner ? {} : { inputMode: 'numeric', maxLength: PIN_LENGTH })}
          value={secret}
          onChange={(event) => change(event.target.value)}
        />
      </Form.Item>
      <div className="entry-row">
        <Button type="primary" htmlType="submit" loading={signIn.isPending} disabled={secret === ''}>
          {t('session.enter')}
        </Button>
        {isOwner && (
          <Button type="link" onClick={onForgot}>
            {t('session.forgot')}
          </Button>
        )}
      </div>
      {!isOwner && <p className="np-muted">{t('session.forgotPin')}</p>}
    </Form>
  )
}
