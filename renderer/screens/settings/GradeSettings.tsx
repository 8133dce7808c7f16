import { Button, Form, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Slot } from '../../../shared/contract/setup.ts'
import { useRead } from '../../api/use-read.ts'
import { DraftNotice } from '../../components/drafts/DraftNotice.tsx'
import { useDraft } from '../../components/drafts/use-draft.ts'
import { useFormAct } from '../../components/forms/use-form-act.ts'
import { FailureNotice } from '../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../components/ui/Page.tsx'
import { useUndoneKey } from '../../components/undo/use-undone.ts'
import { GradeSlotRow } from './GradeSlotRow.tsx'
import { isSameSlots, SCHEME_KEYS, schemeOf, slotsOf } from './grade-slots.ts'
import { HorizonsNotice } from './rules/HorizonsNotice.tsx'
import { WorkloadConsequences } from './rules/WorkloadConsequences.tsx'

type Values = { readonly slots: Slot[] }

export function GradeSettings() {
  const store = useRead('store.get', {})
  const key = useUndoneKey('store.updateSlots', store.data)
  return <Loaded read={store}>{(data) => <GradeForm key={key} slots={data.slots} />}</Loaded>
}

function GradeForm({ slots }: { readonly slots: readonly Slot[] }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Values>()
  const draft = useDraft(form, { form: 'grades', subject: '', initial: { slots: [...slots] }, isEdit: true })
  const { submit, isPending, failure } = useFormAct(form, 'store.updateSlots', { draft })
  const current: readonly Slot[] = Form.useWatch('slots', form) ?? slots
  const scheme = schemeOf(current)
  const isSaved = isSameSlots(current, slots)
  return (
    <Form
      form={form}
      className="settings-panel"
      initialValues={{ slots }}
      onValuesChange={draft.keep}
      onFinish={submit}
    >
      <p className="settings-note">{t('setup.grades.note')}</p>
      <DraftNotice draft={draft} />
      <div className="settings-bar">
        <span>{t('setup.grades.preset')}</span>
        <Segmented
          aria-label={t('setup.grades.preset')}
          value={scheme ?? 'own'}
          options={[
            ...SCHEME_KEYS.map((value) => ({ value: value as string, label: t(`setup.grades.${value}`) })),
            { value: 'own', label: t('setup.grades.own'), disabled: true },
          ]}
          onChange={(value) => {
            const key = SCHEME_KEYS.find((one) => one === value)
            if (key === undefined) return
            form.setFieldsValue({ slots: slotsOf(key) })
            draft.keep()
          }}
        />
      </div>
      <div className="settings-grades">
        <span className="np-muted">{t('setup.grades.slot')}</span>
        <span className="np-muted">{t('setup.grades.label')}</span>
        <span className="np-muted">{t('setup.grades.horizon')}</span>
        <span className="np-muted">{t('setup.grades.cadence')}</span>
        <span className="np-muted">{t('setup.grades.firstContact')}</span>
        <span className="np-muted">{t('setup.grades.dormant')}</span>
        {slots.map(({ slot }, index) => (
          <GradeSlotRow key={slot} slot={slot} index={index} />
        ))}
      </div>
      <WorkloadConsequences saved={slots} edited={current} />
      <HorizonsNotice edited={current} isSaved={isSaved} />
      <FailureNotice error={failure} />
      <Button className="settings-save" type="primary" htmlType="submit" loading={isPending} disabled={isSaved}>
        {t('common.save')}
      </Button>
    </Form>
  )
}
