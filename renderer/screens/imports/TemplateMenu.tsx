import { DeleteOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/contract/imports.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { useFormats } from '../../i18n/use-formats.ts'

type Props = { readonly onChoose: (templateId: string) => void }

/** The kept mappings: to use one, or to forget it. Nothing at all while there is none. */
export function TemplateMenu({ onChoose }: Props) {
  const { t } = useTranslation()
  const templates = useRead('imports.templates', {}).data?.templates ?? []
  const [isOpen, setOpen] = useState(false)
  if (templates.length === 0) return null
  const choose = (templateId: string) => {
    setOpen(false)
    onChoose(templateId)
  }
  return (
    <span className="im-head-end">
      <Button size="small" onClick={() => setOpen(true)}>
        {t('imports.template.choose')}
      </Button>
      <Modal open={isOpen} footer={null} title={t('imports.template.choose')} onCancel={() => setOpen(false)}>
        <ul className="im-templates">
          {templates.map((template) => (
            <TemplateLine key={template.id} template={template} onChoose={choose} />
          ))}
        </ul>
      </Modal>
    </span>
  )
}

function TemplateLine({ template, onChoose }: Props & { readonly template: Template }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { message, modal } = App.useApp()
  const remove = useAct('imports.deleteTemplate')
  const textOf = useFailureText()
  const { id, name, kind, savedAt, savedByName } = template
  const ask = () =>
    void modal.confirm({
      title: t('imports.template.removeTitle', { name }),
      content: t('imports.template.removeText'),
      okText: t('imports.template.remove'),
      cancelText: t('common.cancel'),
      onOk: () => remove.mutate({ templateId: id }, { onError: (error) => void message.error(textOf(error)) }),
    })
  return (
    <li className="im-template">
      <div>
        <div className="im-choice-label">{name}</div>
        <div className="np-muted">
          {t(`imports.kind.${kind}.name`)}
          {' · '}
          {t('imports.template.savedBy', { name: savedByName ?? '–', when: format.fullDateTime(savedAt) })}
        </div>
      </div>
      <Button size="small" type="primary" onClick={() => onChoose(id)}>
        {t('imports.template.use')}
      </Button>
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('common.pair', { name: t('imports.template.remove'), value: name })}
        onClick={ask}
      />
    </li>
  )
}
