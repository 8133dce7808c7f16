import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/contract.ts'
import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import type { GradeAlternatives } from '../../../../shared/domain/screening/rule-edits.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { FailureNotice } from '../../../components/ui/FailureNotice.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { Moves } from './Moves.tsx'
import { plain } from './rule-draft.ts'
import { WorkloadChange } from './WorkloadChange.tsx'

type Props = {
  readonly draft: GradeAlternatives
  readonly inForce: RuleVersion
  readonly isChanged: boolean
  readonly isRight: boolean
}

/** What the rules on screen would do, before anybody saves them: how many leads, from where to where, and what work follows. */
export function RulePreview({ draft, inForce, isChanged, isRight }: Props) {
  const { t } = useTranslation()
  const read = useRead(
    'rules.preview',
    { alternatives: plain(draft) },
    { enabled: isChanged && isRight, keepLast: true },
  )
  return (
    <section className="rules-preview" aria-label={t('rules.preview.title')}>
      <h2>{t('rules.preview.title')}</h2>
      {!isChanged && <p className="np-muted">{t('rules.preview.none')}</p>}
      {isChanged && !isRight && <p className="rules-wrong">{t('rules.preview.mend')}</p>}
      {isChanged && isRight && (
        <Loaded read={read}>
          {(preview) => (
            <>
              <Effect draft={draft} preview={preview} />
              <SaveRules draft={draft} inForce={inForce} preview={preview} isOld={read.isPlaceholderData} />
            </>
          )}
        </Loaded>
      )}
    </section>
  )
}

type Preview = OutputOf<'rules.preview'>
function Effect({ draft, preview }: { readonly draft: GradeAlternatives; readonly preview: Preview }) {
  const { t } = useTranslation()
  const { leads, moved, kept } = preview
  const said = moved === 0 ? 'rules.preview.nobody' : 'rules.preview.moved'
  return (
    <div aria-live="polite">
      <p>{leads === 0 ? t('rules.preview.noLeads') : t(said, { leads, moved })}</p>
      {moved > 0 && <Moves draft={draft} moves={preview.moves} />}
      {kept > 0 && <p className="np-muted">{t('rules.preview.kept', { kept })}</p>}
      {moved > 0 && <WorkloadChange before={preview.stock} after={preview.stockAfter} />}
    </div>
  )
}

type SaveProps = Pick<Props, 'draft' | 'inForce'> & { readonly preview: Preview; readonly isOld: boolean }

function SaveRules({ draft, inForce, preview, isOld }: SaveProps) {
  const { t } = useTranslation()
  const [regrade, setRegrade] = useState(false)
  const [note, setNote] = useState('')
  const save = useAct('rules.save', {
    said: ({ version, regraded }) =>
      t(regraded === 0 ? 'rules.preview.saved' : 'rules.preview.savedRegraded', { version, count: regraded }),
  })
  const input = {
    alternatives: plain(draft),
    note,
    basedOn: inForce.version,
    regrade: regrade && preview.moved > 0,
    expected: preview.moved,
  }
  const send = () => save.mutate(input)
  return (
    <>
      {preview.moved > 0 && (
        <fieldset>
          <legend>{t('rules.preview.when')}</legend>
          <Radio.Group
            value={regrade}
            onChange={({ target }) => setRegrade(target.value === true)}
            orientation="vertical"
            options={[
              { value: false, label: t('rules.preview.later') },
              { value: true, label: t('rules.preview.atOnce', { count: preview.moved }) },
            ]}
          />
          <div className="np-muted">{t('rules.preview.overrideStays')}</div>
        </fieldset>
      )}
      <FailureNotice error={save.error} />
      <div className="rules-save">
        <label>
          {t('rules.preview.noteLabel')}
          <Input
            value={note}
            maxLength={200}
            placeholder={t('rules.preview.notePlaceholder')}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
        <Button type="primary" loading={save.isPending} disabled={isOld} onClick={send}>
          {t('rules.preview.save', { version: inForce.version + 1 })}
        </Button>
      </div>
    </>
  )
}
