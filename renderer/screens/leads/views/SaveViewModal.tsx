import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { LeadLook, SavedView } from '../../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { useSession } from '../../../api/session.ts'
import { FormModal } from '../../../components/floor/FormModal.tsx'
import { useFormAct } from '../../../components/forms/use-form-act.ts'

type Props = {
  /** The view to rename; null saves what is shown as a new one. */
  readonly view: SavedView | null
  readonly look: LeadLook
  readonly onClose: () => void
}

/** A name for a look at the list; managers may share it. */
export function SaveViewModal({ view, look, onClose }: Props) {
  const { t } = useTranslation()
  const mayShare = useSession().can(MANAGERS)
  const [form] = Form.useForm<{ name: string; shared?: boolean }>()
  const { submit, isPending, failure } = useFormAct(form, 'leads.saveView', {
    onDone: onClose,
  })
  return (
    <FormModal
      title={view === null ? t('leadList.views.saveTitle') : t('leadList.views.rename')}
      isPending={isPending}
      failure={failure}
      onOk={form.submit}
      onClose={onClose}
    >
      {view === null && <p className="np-muted">{t('leadList.views.saveAbout')}</p>}
      <Form
        form={form}
        name="view"
        layout="vertical"
        initialValues={{ name: view?.name ?? '', shared: view?.shared ?? false }}
        onFinish={({ name, shared = false }) =>
          submit({ viewId: view?.viewId ?? null, name, shared, look: view?.look ?? look })
        }
      >
        <Form.Item
          name="name"
          label={t('leadList.views.name')}
          rules={[{ required: true, whitespace: true, message: t('issue.required') }]}
        >
          <Input autoFocus maxLength={40} placeholder={t('leadList.views.namePlaceholder')} />
        </Form.Item>
        {mayShare && (
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t('leadList.views.shared')}</Checkbox>
          </Form.Item>
        )}
        <button type="submit" hidden />
      </Form>
    </FormModal>
  )
}
