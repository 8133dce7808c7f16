import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeadProfile } from '../../../../shared/contract/leads.ts'
import { MANAGERS, OWNER } from '../../../../shared/contract/operation.ts'
import { useSession } from '../../../api/session.ts'
import { useAct } from '../../../api/use-act.ts'
import { saveFile } from '../../../components/export/save-file.ts'
import { useMenuFocus } from '../../../components/keys/use-menu-focus.ts'
import { useFailureText } from '../../../components/ui/use-failure-text.ts'
import { CustomerTrail } from './CustomerTrail.tsx'
import { EraseModal } from './EraseModal.tsx'
import { usePersonWords } from './person-words.ts'

/** What a customer may ask for: a copy of everything on file, or that it be forgotten. */
export function PersonMenu({ lead }: { readonly lead: LeadProfile }) {
  const { t } = useTranslation()
  const { can } = useSession()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const asked = usePersonWords()
  const menu = useMenuFocus()
  const [isErasing, setErasing] = useState(false)
  const [hasTrail, setTrail] = useState(false)
  const { mutate, isPending } = useAct('customers.export')
  if (!can(MANAGERS)) return null
  const handOver = () =>
    mutate(
      { customerId: lead.customer.id, ...asked },
      {
        onSuccess: (file) => {
          saveFile(file)
          void message.success(t('person.exported', { file: file.fileName }))
        },
        onError: (error) => void message.error(failureText(error)),
      },
    )
  const items: MenuProps['items'] = [
    { key: 'export', label: t('person.exportAct'), onClick: handOver },
    ...(can(OWNER)
      ? [{ key: 'erase', label: t('person.eraseAct'), danger: true, onClick: () => setErasing(true) }]
      : []),
  ]
  return (
    <>
      <Button size="small" onClick={() => setTrail(true)}>
        {t('audit.ofCustomer.open')}
      </Button>
      <Dropdown trigger={['click']} autoFocus onOpenChange={menu.onOpenChange} menu={{ items }}>
        <Button ref={menu.button} size="small" loading={isPending}>
          {t(can(OWNER) ? 'person.menu' : 'person.menuExport')}
        </Button>
      </Dropdown>
      {hasTrail && <CustomerTrail leadId={lead.leadId} name={lead.customer.name} onClose={() => setTrail(false)} />}
      {isErasing && <EraseModal customerId={lead.customer.id} onClose={() => setErasing(false)} />}
    </>
  )
}
