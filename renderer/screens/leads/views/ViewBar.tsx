import { DownOutlined, SaveOutlined, TeamOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadLook, SavedView } from '../../../../shared/contract/lead-list.ts'
import { MANAGERS } from '../../../../shared/contract/operation.ts'
import { useSession } from '../../../api/session.ts'
import { useAct } from '../../../api/use-act.ts'
import { useRead } from '../../../api/use-read.ts'
import { useFailureText } from '../../../components/ui/use-failure-text.ts'
import { BUILT_IN_VIEWS, builtInLook } from '../built-in-views.ts'
import { sameFilter, sameSort } from '../lead-list-view.ts'
import { SaveViewModal } from './SaveViewModal.tsx'

type Props = {
  readonly look: LeadLook
  readonly onLook: (look: Pick<LeadLook, 'filter' | 'sort'> & Partial<LeadLook>) => void
}

type Dialog = { readonly view: SavedView | null } | null

/** The looks at the list that are one click away: those that everybody needs, one’s own, and those that a manager shares. */
export function ViewBar({ look, onLook }: Props) {
  const { t } = useTranslation()
  const { can, today } = useSession()
  const views = useRead('leads.views', {}).data?.views ?? []
  const [dialog, setDialog] = useState<Dialog>(null)
  const isShown = (one: Pick<LeadLook, 'filter' | 'sort'>) =>
    sameFilter(one.filter, look.filter) && sameSort(one.sort, look.sort)
  return (
    <div className="ll-views" role="group" aria-label={t('leadList.views.label')}>
      {BUILT_IN_VIEWS.map((view) => {
        const built = builtInLook(view, can(MANAGERS) ? 'all' : 'mine', today)
        return (
          <Button
            key={view}
            size="small"
            className="ll-view"
            title={t(`leadList.views.about.${view}`)}
            aria-pressed={isShown(built)}
            onClick={() => onLook(built)}
          >
            {t(`leadList.views.builtIn.${view}`)}
          </Button>
        )
      })}
      {views.map((view) => (
        <SavedViewButton
          key={view.viewId}
          view={view}
          look={look}
          isShown={isShown(view.look)}
          onLook={onLook}
          onEdit={() => setDialog({ view })}
        />
      ))}
      <Button size="small" type="text" icon={<SaveOutlined aria-hidden />} onClick={() => setDialog({ view: null })}>
        {t('leadList.views.save')}
      </Button>
      {dialog !== null && <SaveViewModal view={dialog.view} look={look} onClose={() => setDialog(null)} />}
    </div>
  )
}

type SavedProps = Props & { readonly view: SavedView; readonly isShown: boolean; readonly onEdit: () => void }

function SavedViewButton({ view, look, isShown, onLook, onEdit }: SavedProps) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const failureText = useFailureText()
  const save = useAct('leads.saveView', { plainly: t('leadList.views.saved') })
  const remove = useAct('leads.deleteView')
  const { viewId, name, shared } = view
  const onError = (error: Parameters<typeof failureText>[0]) => void message.error(failureText(error))
  const askRemove = () =>
    void modal.confirm({
      title: t('leadList.views.removeTitle', { name }),
      content: t(shared ? 'leadList.views.removeShared' : 'leadList.views.removeText'),
      okText: t('leadList.views.remove'),
      cancelText: t('common.cancel'),
      onOk: () => remove.mutate({ viewId }, { onError }),
    })
  const update = () => save.mutate({ viewId, name, shared, look }, { onError })
  return (
    <span className="ll-saved">
      <Button
        size="small"
        className="ll-view"
        icon={shared ? <TeamOutlined aria-hidden /> : null}
        aria-pressed={isShown}
        {...(view.isMine ? {} : { title: t('leadList.views.by', { name: view.byName }) })}
        onClick={() => onLook(view.look)}
      >
        {name}
      </Button>
      {view.mayChange && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'update', label: t('leadList.views.update'), onClick: update },
              { key: 'rename', label: t('leadList.views.rename'), onClick: onEdit },
              { key: 'remove', label: t('leadList.views.remove'), danger: true, onClick: askRemove },
            ],
          }}
        >
          <Button size="small" type="text" icon={<DownOutlined />} aria-label={t('leadList.views.more', { name })} />
        </Dropdown>
      )}
    </span>
  )
}
