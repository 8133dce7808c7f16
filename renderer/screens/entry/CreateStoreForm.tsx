import { Button, Form, Steps } from 'antd'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterStatus } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useSetFaults } from '../../components/forms/use-set-faults.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { useEntry } from '../../stores/entry.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { dropSetup, keepSetup, readSetup, type SetupDraft } from '../../stores/setup-draft.ts'
import { ChannelsFields } from './ChannelsFields.tsx'
import { type CreateStoreValues, firstValues, STEPS, type Step, stepOf, toInput } from './create-store-values.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { OwnerFields } from './OwnerFields.tsx'
import { PeopleFields } from './PeopleFields.tsx'
import { SetupNotice } from './SetupNotice.tsx'
import { ShowroomFields } from './ShowroomFields.tsx'

const FIELDS_OF: Record<Step, string[]> = {
  showroom: ['storeName', 'openWeekdays', 'timeZone'],
  owner: ['owner'],
  people: ['people', 'channels'],
}

/** Whoever was past the password finds themselves there again: it is not kept. */
function stepToGoOn(kept: SetupDraft | null): Step {
  return kept === null || kept.step === 'showroom' ? 'showroom' : 'owner'
}

/** Three short steps of one form: going back loses nothing, only the last step sends anything. */
export function CreateStoreForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<CreateStoreValues>()
  const [kept, setKept] = useState(readSetup)
  const [step, setStep] = useState<Step>(() => stepToGoOn(kept))
  const create = useAct('setup.createStore')
  const setFaults = useSetFaults(form)
  const [initialValues] = useState(() => firstValues(t))
  const at = STEPS.indexOf(step)
  const keep = () => keepSetup(step, form.getFieldsValue(true))
  const clear = () => {
    dropSetup()
    setKept(null)
    form.resetFields()
    setStep('showroom')
  }

  useEffect(() => {
    if (kept !== null) form.setFieldsValue(kept.values)
  }, [form, kept])

  useEffect(() => document.querySelector<HTMLInputElement>(`#step-${step} input`)?.focus(), [step])

  const send = (values: CreateStoreValues) =>
    create.mutate(
      { ...toInput(values), language: usePreferences.getState().language },
      {
        onSuccess: ({ recoveryCode, status }) => {
          dropSetup()
          useEntry.getState().showRecoveryCode(recoveryCode)
          useEntry.getState().setCreating(false)
          enterStatus(status)
        },
        onError: (error) => {
          const path = error.failure.fields[0]?.path
          if (path !== undefined) setStep(stepOf(path))
          setFaults(error)
        },
      },
    )

  const goOn = async () => {
    const isRight = await form.validateFields(FIELDS_OF[step], { recursive: true }).then(
      () => true,
      () => false,
    )
    if (!isRight) return
    const next = STEPS[at + 1]
    if (next === undefined) send(form.getFieldsValue(true))
    else setStep(next)
  }

  // Before Ant Design's own submit, which would mark the fields of steps nobody has seen yet.
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void goOn()
  }

  return (
    <EntryFrame title={t('setup.welcome.create')}>
      <Steps
        className="entry-steps"
        size="small"
        current={at}
        items={STEPS.map((key) => ({ title: t(`setup.step.${key}`) }))}
      />
      <Form
        form={form}
        layout="vertical"
        initialValues={initialValues}
        onValuesChange={keep}
        onSubmitCapture={onSubmit}
      >
        {kept !== null && <SetupNotice onClear={clear} />}
        <div id="step-showroom" hidden={step !== 'showroom'}>
          <ShowroomFields />
        </div>
        <div id="step-owner" hidden={step !== 'owner'}>
          <OwnerFields />
        </div>
        <div id="step-people" hidden={step !== 'people'}>
          <PeopleFields />
          <ChannelsFields />
        </div>
        <FailureNotice error={create.error} />
        <div className="entry-foot">
          <Button onClick={() => (at === 0 ? onBack() : setStep(STEPS[at - 1] ?? 'showroom'))}>
            {t('common.back')}
          </Button>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {step === 'people' ? t('setup.create') : t('common.next')}
          </Button>
        </div>
      </Form>
    </EntryFrame>
  )
}
