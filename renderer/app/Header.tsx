import { SwapOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { TourButton } from '../tour/TourButton.tsx'
import { FindButton } from './FindButton.tsx'
import { LookSwitches } from './LookSwitches.tsx'
import { useLeaveDemo } from './use-leave-demo.ts'
import { useSwitchPerson } from './use-switch-person.ts'

export function Header() {
  const { t } = useTranslation()
  const { me, storeName, isDemo } = useSession()
  const switchPerson = useSwitchPerson()
  const leaveDemo = useLeaveDemo()
  return (
    <header className="np-header">
      <span className="np-header-store" title={storeName ?? ''}>
        {storeName}
      </span>
      {isDemo && (
        <>
          <span className="np-badge">{t('common.header.demo')}</span>
          <Button size="small" type="link" onClick={leaveDemo}>
            {t('common.header.leaveDemo')}
          </Button>
          <TourButton />
        </>
      )}
      <span className="np-header-space" />
      <FindButton />
      <span className="np-header-space" />
      <Tooltip title={t('common.header.switchHint')}>
        <Button type="text" icon={<SwapOutlined aria-hidden />} onClick={switchPerson}>
          {me.name}
          <span className="np-muted">{t(`codes.role.${me.role}`)}</span>
        </Button>
      </Tooltip>
      <LookSwitches />
    </header>
  )
}
