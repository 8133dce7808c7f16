import { CommentOutlined, CopyOutlined } from '@ant-design/icons'
import { App, Button, Select, Tag } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../shared/contract/contract.ts'
import { fillScript } from '../../../shared/domain/scripts/fill-script.ts'
import { useRead } from '../../api/use-read.ts'
import { Loaded } from '../ui/Page.tsx'
import { ChoiceButtons } from './ChoiceButtons.tsx'

type Offer = OutputOf<'scripts.forLead'>
type Props = {
  readonly leadId: string
  /** The script that was said; what a Form.Item hands in. */
  readonly value?: string | null
  readonly onChange?: (scriptId: string | null) => void
}

/**
 * What to say to this customer, to read out or to copy. Never written into the note, which stays the salesperson's own: the same
 * words in many notes would raise a suspicion (domain.md 5, a).
 */
export function ScriptPicker({ leadId, value = null, onChange }: Props) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  const read = useRead('scripts.forLead', { leadId }, { enabled: isOpen || value !== null })
  const used = read.data?.scripts.find(({ id }) => id === value)
  return (
    <div className="fl-scripts">
      <div className="fl-scripts-bar">
        <Button
          size="small"
          icon={<CommentOutlined aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setOpen(!isOpen)}
        >
          {t('scripts.picker.open')}
        </Button>
        {used !== undefined && (
          <Tag closable onClose={() => onChange?.(null)}>
            {t('scripts.picker.used', { title: used.title })}
          </Tag>
        )}
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <Loaded read={read}>{(offer) => <Panel offer={offer} used={value} onUse={(id) => onChange?.(id)} />}</Loaded>
        )}
      </div>
    </div>
  )
}

type PanelProps = { readonly offer: Offer; readonly used: string | null; readonly onUse: (scriptId: string) => void }

function Panel({ offer, used, onUse }: PanelProps) {
  const { t } = useTranslation()
  const { scripts, names } = offer
  const fitting = scripts.filter(({ fits }) => fits)
  const others = scripts.filter(({ fits }) => !fits)
  const [shownId, setShownId] = useState(used ?? fitting[0]?.id ?? null)
  const shown = scripts.find(({ id }) => id === shownId)
  if (scripts.length === 0) return <p className="np-muted">{t('scripts.picker.nothing')}</p>
  const isFitting = shown?.fits === true
  return (
    <section className="fl-scripts-panel" aria-label={t('scripts.picker.title')}>
      {fitting.length === 0 ? (
        <p className="np-muted">{t('scripts.picker.none')}</p>
      ) : (
        <ChoiceButtons
          ariaLabel={t('scripts.picker.fitting')}
          choices={fitting.map(({ id, title }) => ({ value: id, label: title }))}
          value={isFitting ? shownId : null}
          onChange={setShownId}
        />
      )}
      {others.length > 0 && (
        <Select
          size="small"
          className="fl-scripts-others"
          aria-label={t('scripts.picker.others')}
          placeholder={t('scripts.picker.others')}
          value={shown === undefined || isFitting ? null : shownId}
          options={others.map(({ id, title, purpose }) => ({
            value: id,
            label: `${t(`scripts.purpose.${purpose}`)} · ${title}`,
          }))}
          onChange={setShownId}
        />
      )}
      {shown !== undefined && (
        <Words
          text={fillScript(shown.text, names, t('scripts.unknownModel'))}
          isUsed={used === shown.id}
          onUse={() => onUse(shown.id)}
        />
      )}
    </section>
  )
}

type WordsProps = { readonly text: string; readonly isUsed: boolean; readonly onUse: () => void }

/** The words themselves, large enough to read out while on the phone. */
function Words({ text, isUsed, onUse }: WordsProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => {
      onUse()
      void message.success(t('scripts.picker.copied'))
    })
  const speak = () => {
    onUse()
    void message.success(t('scripts.picker.chosen'))
  }
  return (
    <div className="fl-scripts-words">
      <blockquote>{text}</blockquote>
      <div className="fl-scripts-bar">
        <Button size="small" type="primary" ghost disabled={isUsed} onClick={speak}>
          {t('scripts.picker.use')}
        </Button>
        <Button size="small" icon={<CopyOutlined aria-hidden />} onClick={copy}>
          {t('common.copy')}
        </Button>
      </div>
    </div>
  )
}
