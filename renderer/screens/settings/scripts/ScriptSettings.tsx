import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptScript } from '../../../../shared/contract/scripts.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { EmptyHint } from '../../../components/ui/EmptyHint.tsx'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useFailureText } from '../../../components/ui/use-failure-text.ts'
import { usePreferences } from '../../../stores/preferences.ts'
import { ScriptModal } from './ScriptModal.tsx'
import { ScriptTable } from './ScriptTable.tsx'
import './scripts.css'

/** What is said to customers: the scripts by purpose, and which of them works. */
export function ScriptSettings() {
  const { t } = useTranslation()
  const read = useRead('scripts.list', {})
  const [edited, setEdited] = useState<KeptScript | 'new' | null>(null)
  const [showsRetired, setShowsRetired] = useState(false)
  return (
    <div className="scripts-panel">
      <p className="settings-note">{t('scripts.note')}</p>
      <Loaded read={read}>
        {({ scripts, countedDays, visitDays }) => {
          const shown = scripts.filter(({ active }) => active || showsRetired)
          const hasRetired = scripts.some(({ active }) => !active)
          return (
            <>
              <div className="settings-bar">
                <Button
                  type={scripts.length > 0 ? 'primary' : 'default'}
                  icon={<PlusOutlined aria-hidden />}
                  onClick={() => setEdited('new')}
                >
                  {t('scripts.add')}
                </Button>
                {scripts.length > 0 && <AddDefaults />}
                {hasRetired && (
                  <Checkbox checked={showsRetired} onChange={({ target }) => setShowsRetired(target.checked)}>
                    {t('scripts.showRetired')}
                  </Checkbox>
                )}
              </div>
              {scripts.length === 0 ? (
                <EmptyHint
                  title={t('scripts.empty')}
                  hint={t('scripts.emptyHint')}
                  action={<AddDefaults isPrimary />}
                />
              ) : (
                <>
                  <p className="settings-note">{t('scripts.effectNote', { days: countedDays, visitDays })}</p>
                  <ScriptTable scripts={shown} onEdit={setEdited} />
                </>
              )}
            </>
          )
        }}
      </Loaded>
      {edited !== null && <ScriptModal script={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

/** The common set, in the language of the screen. */
function AddDefaults({ isPrimary = false }: { readonly isPrimary?: boolean }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const language = usePreferences((state) => state.language)
  const add = useAct('scripts.addDefaults', {
    said: ({ added }) => t(added === 0 ? 'scripts.noneAdded' : 'scripts.added', { count: added }),
  })
  const send = () => add.mutate({ language }, { onError: (error) => void message.error(failureText(error)) })
  return (
    <Button type={isPrimary ? 'primary' : 'default'} loading={add.isPending} onClick={send}>
      {t('scripts.addDefaults')}
    </Button>
  )
}
