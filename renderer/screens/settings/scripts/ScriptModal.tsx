import { Button, Form, Input, Modal, Select, Switch } from 'antd'
import type { Rule } from 'antd/es/form'
import { useTranslation } from 'react-i18next'
import type { KeptScript } from '../../../../shared/contract/scripts.ts'
import {
  fillScript,
  PLACEHOLDERS,
  type ScriptName,
  unknownPlaceholders,
} from '../../../../shared/domain/scripts/fill-script.ts'
import { GRADES, type Grade, STAGES, type Stage } from '../../../../shared/values/grade.ts'
import { SCRIPT_PURPOSES, type ScriptPurpose } from '../../../../shared/values/vocabulary.ts'
import { DraftNotice } from '../../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../../components/drafts/use-draft.ts'
import { useFormAct } from '../../../components/forms/use-form-act.ts'
import { useRules } from '../../../components/forms/use-rules.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { usePreferences } from '../../../stores/preferences.ts'

type Values = {
  readonly title: string
  readonly purpose: ScriptPurpose
  readonly grade: Grade | 'any'
  readonly stage: Stage | 'any'
  readonly text: string
  readonly active: boolean
}

/** A script to write or change, with how it sounds once the names are filled in. */
export function ScriptModal({ script, onClose }: { readonly script: KeptScript | null; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const rules = useRules()
  const initial = valuesOf(script)
  const draft = useDraft(form, {
    form: 'script',
    subject: script?.id ?? '',
    initial,
    isEdit: script !== null,
    about: (values) => values.title,
  })
  const { submit, isPending, failure } = useFormAct(form, 'scripts.save', { draft, onDone: onClose })
  const save = ({ title, purpose, grade, stage, text, active }: Values) =>
    submit({
      id: script?.id ?? null,
      title,
      text,
      purpose,
      grade: grade === 'any' ? null : grade,
      stage: stage === 'any' ? null : stage,
      active,
    })
  return (
    <Modal
      open
      width={720}
      title={t(script === null ? 'scripts.add' : 'scripts.edit')}
      okText={t('common.save')}
      confirmLoading={isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="script"
        layout="vertical"
        className="scripts-form"
        initialValues={initial}
        onValuesChange={draft.keep}
        onFinish={save}
      >
        <DraftNotice draft={draft} />
        <FailureNotice error={failure} />
        <Form.Item
          name="title"
          label={t('scripts.form.title')}
          extra={t('scripts.form.titleHint')}
          rules={[rules.required]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <AimFields />
        <TextField onInsert={draft.keep} />
        <Form.Item
          name="active"
          label={t('scripts.form.active')}
          extra={t('scripts.form.activeHint')}
          valuePropName="checked"
          layout="horizontal"
        >
          <Switch />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function valuesOf(script: KeptScript | null): Values {
  if (script === null) {
    return { title: '', purpose: 'first_call', grade: 'any', stage: 'any', text: '', active: true }
  }
  const { title, purpose, grade, stage, text, active } = script
  return { title, purpose, grade: grade ?? 'any', stage: stage ?? 'any', text, active }
}

function AimFields() {
  const { t } = useTranslation()
  const labels = useGradeLabels()
  return (
    <div className="scripts-aims">
      <Form.Item name="purpose" label={t('scripts.form.purpose')}>
        <Select options={SCRIPT_PURPOSES.map((value) => ({ value, label: t(`scripts.purpose.${value}`) }))} />
      </Form.Item>
      <Form.Item name="grade" label={t('scripts.form.grade')}>
        <Select
          options={[
            { value: 'any', label: t('scripts.anyGrade') },
            ...GRADES.map((value) => ({ value, label: t('common.grade', { label: labels[value] ?? value }) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="stage" label={t('scripts.form.stage')}>
        <Select
          options={[
            { value: 'any', label: t('scripts.anyStage') },
            ...STAGES.map((value) => ({ value, label: t(`codes.stage.${value}`) })),
          ]}
        />
      </Form.Item>
    </div>
  )
}

/** The text, buttons that put a name where the cursor stands, and how it reads. */
function TextField({ onInsert }: { readonly onInsert: () => void }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Values>()
  const language = usePreferences((state) => state.language)
  const rules = useRules()
  const text = Form.useWatch('text', form) ?? ''
  const known: Rule = {
    validator: (_, typed: string) => {
      const unknown = unknownPlaceholders(typed ?? '')
      if (unknown.length === 0) return Promise.resolve()
      return Promise.reject(new Error(t('scripts.form.unknownPlaceholder', { what: unknown.join(' ') })))
    },
  }
  const insert = (name: ScriptName) => {
    const input = document.querySelector<HTMLTextAreaElement>('#script_text')
    const [from, to] = [input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length]
    const written = `{{${PLACEHOLDERS[name][language === 'zh' ? 0 : 1]}}}`
    form.setFieldValue('text', text.slice(0, from) + written + text.slice(to))
    onInsert()
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(from + written.length, from + written.length)
    })
  }
  const sample = {
    customer: t('scripts.sample.customer'),
    consultant: t('scripts.sample.consultant'),
    model: t('scripts.sample.model'),
    showroom: t('scripts.sample.showroom'),
  }
  return (
    <>
      <Form.Item name="text" label={t('scripts.form.text')} rules={[rules.required, known]}>
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
      <div className="scripts-insert">
        <span className="np-muted">{t('scripts.form.insert')}</span>
        {(Object.keys(PLACEHOLDERS) as ScriptName[]).map((name) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {t(`scripts.form.names.${name}`)}
          </Button>
        ))}
      </div>
      {text.trim() !== '' && (
        <figure className="scripts-preview">
          <figcaption className="np-muted">{t('scripts.form.preview')}</figcaption>
          <blockquote>{fillScript(text, sample, t('scripts.unknownModel'))}</blockquote>
        </figure>
      )}
    </>
  )
}
