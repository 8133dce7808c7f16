import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/contract.ts'
import type { ActWords } from '../../api/use-act.ts'
import { DraftNotice } from '../drafts/DraftNotice.tsx'
import { useDraft } from '../drafts/use-draft.ts'
import { useFormAct } from '../forms/use-form-act.ts'
import { ChoiceButtons } from './ChoiceButtons.tsx'
import { FormModal } from './FormModal.tsx'

type Props<N extends OperationName> = {
  readonly op: N
  /** What it is done to: what was written as its reason comes back with it. */
  readonly subject: string
  readonly title: string
  readonly okText: string
  /** What comes of it, in a sentence. */
  readonly about?: string
  /** The reasons that are usual: one press writes them. */
  readonly usual?: readonly string[]
  readonly inputOf: (reason: string) => InputOf<N>
  /** False says nothing when it worked, because the screen itself does. */
  readonly said?: ActWords<N>['said'] | false
  readonly onDone?: (value: OutputOf<N>) => void
  readonly onClose: () => void
}

/** Asks for the one thing an act needs beside itself: why. */
export function ReasonModal<N extends OperationName>(props: Props<N>) {
  const { op, subject, title, okText, about, usual = [], inputOf, said, onDone, onClose } = props
  const { t } = useTranslation()
  const [form] = Form.useForm<{ reason: string }>()
  const draft = useDraft(form, { form: 'reason', subject: `${op} ${subject}`, initial: {} })
  const { submit, isPending, failure } = useFormAct(form, op, {
    draft,
    ...(said === undefined ? {} : { said }),
    onDone: (value) => {
      onDone?.(value)
      onClose()
    },
  })
  return (
    <FormModal
      title={title}
      okText={okText}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      {about !== undefined && <p className="np-muted">{about}</p>}
      <DraftNotice draft={draft} />
      <Form
        form={form}
        name="reason"
        layout="vertical"
        onValuesChange={draft.keep}
        onFinish={(values) => submit(inputOf(values.reason))}
      >
        <Form.Item
          name="reason"
          label={t('leads.reason')}
          rules={[{ required: true, whitespace: true, message: t('issue.required') }]}
        >
          <ReasonInput usual={usual} />
        </Form.Item>
      </Form>
    </FormModal>
  )
}

type InputProps = {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (reason: string) => void
  readonly usual: readonly string[]
}

function ReasonInput({ id, value = '', onChange, usual }: InputProps) {
  const { t } = useTranslation()
  return (
    <>
      {usual.length > 0 && (
        <div className="fl-above">
          <ChoiceButtons
            ariaLabel={t('leads.usualReasons')}
            choices={usual.map((one) => ({ value: one, label: one }))}
            value={usual.find((one) => one === value) ?? null}
            onChange={(one) => onChange?.(one ?? '')}
          />
        </div>
      )}
      <Input
        {...(id === undefined ? {} : { id })}
        autoFocus
        maxLength={200}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
    </>
  )
}
