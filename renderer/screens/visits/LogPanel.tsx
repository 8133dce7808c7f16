import { Button, Form } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useVisitDefaults } from '../../stores/visit-defaults.ts'
import { WhatFields, WhereFromFields } from './ArrivalFields.tsx'
import { ContactFields } from './ContactFields.tsx'
import type { Logged } from './LoggedNotice.tsx'
import { ReasonField } from './ReasonField.tsx'
import { useKnown } from './use-known.ts'
import { useNewVisit } from './use-new-visit.ts'
import { VisitPanel } from './VisitPanel.tsx'
import { asksContact, asksFirst, faultsOf, hasContact, logInputOf, type VisitDraft } from './visit-view.ts'

type Props = {
  readonly isOpen: boolean
  /** A number that was typed before the form was open: for an empty field. */
  readonly phone?: string
  readonly onClose: () => void
  readonly onLogged: (logged: Logged) => void
}

/** Logs a visitor: the number first, Enter saves. It stays mounted, so that closing it loses nothing. */
export function LogPanel({ isOpen, phone = '', onClose, onLogged }: Props) {
  const { t } = useTranslation()
  const empty = useNewVisit()
  const setLastChannelId = useVisitDefaults((state) => state.setLastChannelId)
  const [form] = Form.useForm<VisitDraft>()
  const draft: VisitDraft = { ...empty, ...Form.useWatch((values) => values, form) }
  // What the form holds now: Enter can be faster than the last key's way to the screen.
  const typed = (): VisitDraft => ({ ...empty, ...form.getFieldsValue(true) })
  const known = useKnown(draft.phone, draft.wechat)
  const kept = useDraft(form, {
    form: 'visit',
    subject: '',
    initial: empty,
    path: '/visits?open=visit',
    about: ({ name }) => name,
  })
  const { submit, isPending, failure } = useFormAct(form, 'visits.log', {
    draft: kept,
    said: () => wordsOf(typed(), known.choices),
    fieldOf: (path) => path.replace(/^contact\.(identity\.)?/, '').split('.'),
    onDone: ({ leadId }) => {
      const logged = typed()
      if (logged.channelId !== null) setLastChannelId(logged.channelId)
      onLogged({ leadId, name: nameOf(logged, known.choices) })
      form.resetFields()
      onClose()
    },
  })
  const wordsOf = useLoggedWords()
  useEffect(() => {
    if (!isOpen) return
    if (phone !== '' && !form.getFieldValue('phone')) form.setFieldValue('phone', phone)
    form.focusField('phone')
  }, [isOpen, phone, form])
  useFirstOrAgain(draft, known.choices, (first) => form.setFieldsValue({ first }))

  const save = () => {
    const draftNow = typed()
    const faults = faultsOf(draftNow, known.choices)
    form.setFields(faults.map(({ field, issue }) => ({ name: field, errors: [t(`visits.form.${issue}`)] })))
    const [fault] = faults
    if (fault === undefined) return submit(logInputOf(draftNow, known.choices))
    form.scrollToField(fault.field, { focus: true, block: 'nearest' })
  }
  const withContact = asksContact(draft)
  const isAnonymous = withContact && !hasContact(draft)
  return (
    <VisitPanel title={t('visits.form.title')} isHidden={!isOpen} onClose={onClose}>
      <Form
        form={form}
        name="visit"
        className="fl-form"
        layout="vertical"
        initialValues={empty}
        onValuesChange={kept.keep}
        onFinish={save}
      >
        <DraftNotice draft={kept} />
        <FailureNotice error={failure} />
        <WhatFields withFirst={asksFirst(draft)} />
        {withContact && <ContactFields known={known} />}
        <WhereFromFields mayBeNow />
        {isAnonymous && <ReasonField />}
        {isAnonymous && (draft.name !== '' || draft.model !== '') && (
          <p className="np-muted">{t('visits.form.keptInNote')}</p>
        )}
        <div className="fl-form-foot vs-foot">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {t('visits.form.save')}
          </Button>
          <Button onClick={kept.discard}>{t('visits.form.clear')}</Button>
          <span className="fl-keys">{t('visits.form.saveHint')}</span>
        </div>
      </Form>
    </VisitPanel>
  )
}

/** Who comes back for a purchase that has had its first visit is not there for the first time. */
function useFirstOrAgain(
  draft: VisitDraft,
  choices: ReturnType<typeof useKnown>['choices'],
  setFirst: (first: VisitDraft['first']) => void,
): void {
  const choice = choices.find(({ key }) => key === draft.identity)
  const first = choice?.as === 'same_lead' && choice.lead.hasFirstVisit ? 'again' : 'first'
  const key = choice?.key
  useEffect(() => {
    if (key !== undefined) setFirst(first)
  }, [key, first])
}

function useLoggedWords() {
  const { t } = useTranslation()
  return (draft: VisitDraft, choices: ReturnType<typeof useKnown>['choices']): string => {
    if (!asksContact(draft)) return t('visits.said.other')
    if (!hasContact(draft)) return t('visits.said.anonymous')
    const isBack = choices.find(({ key }) => key === draft.identity)?.as === 'same_lead'
    return t(isBack ? 'visits.said.comeBack' : 'visits.said.captured', { name: nameOf(draft, choices) })
  }
}

function nameOf(draft: VisitDraft, choices: ReturnType<typeof useKnown>['choices']): string {
  const choice = choices.find(({ key }) => key === draft.identity)
  return choice?.as === 'same_lead' || choice?.as === 'new_lead' ? choice.customer.name : draft.name
}
