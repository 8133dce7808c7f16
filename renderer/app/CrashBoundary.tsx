import { Button, Result } from 'antd'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

function Crash() {
  const { t } = useTranslation()
  return (
    <Result
      status="error"
      title={t('common.crash.title')}
      subTitle={t('common.crash.text')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('common.crash.reload')}
        </Button>
      }
    />
  )
}

type Props = { readonly children: ReactNode }

/** A class because React has no other way to catch what a screen throws while rendering. */
export class CrashBoundary extends Component<Props, { readonly crashed: boolean }> {
  override state = { crashed: false }

  static getDerivedStateFromError() {
    return { crashed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    return this.state.crashed ? <Crash /> : this.props.children
  }
}
