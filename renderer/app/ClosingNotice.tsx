import { Flex, Modal, Spin } from 'antd'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'

const useClosing = create<{ readonly isClosing: boolean }>(() => ({ isClosing: false }))
window.ninepoint?.on((ask) => {
  if (ask.kind === 'closing') useClosing.setState({ isClosing: true })
})

/** Over everything while the program makes its last backup: nobody types into a window that is about to go. */
export function ClosingNotice() {
  const { t } = useTranslation()
  const { isClosing } = useClosing()
  return (
    <Modal open={isClosing} closable={false} keyboard={false} footer={null} width="auto" centered transitionName="">
      <Flex align="center" gap="middle" role="status">
        <Spin />
        {t('closing.text')}
      </Flex>
    </Modal>
  )
}
