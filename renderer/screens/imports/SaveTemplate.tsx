import { App, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import type { FileDraft } from '../../stores/import-draft.ts'

const LONGEST = 60

/** Keeps the mapping under a name, so that the next file of this form needs no questions. */
export function SaveTemplate({ draft: { reading, mapping } }: { readonly draft: FileDraft }) {
  const { t } = useTranslation()
  const id = useId()
  const { message } = App.useApp()
  const textOf = useFailureText()
  const save = useAct('imports.saveTemplate')
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? reading.template?.name ?? t(`imports.kind.${mapping.kind}.name`)
  const keep = () =>
    save.mutate(
      { token: reading.token, mapping, name: name.trim() },
      {
        onSuccess: () => void message.success(t('imports.template.saved', { name: name.trim() })),
        onError: (error) => void message.error(textOf(error)),
      },
    )
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.template.saveTitle')}</h2>
        <span className="np-muted">{t('imports.template.saveHint')}</span>
      </div>
      <form
        className="im-save"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') keep()
        }}
      >
        <label htmlFor={id}>{t('imports.template.name')}</label>
        <Input
          id={id}
          className="im-save-name"
          maxLength={LONGEST}
          value={name}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
          {t('imports.template.save')}
        </Button>
        <span className="np-muted">{t('imports.template.replace')}</span>
      </form>
    </section>
  )
}
