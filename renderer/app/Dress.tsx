import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect, useLayoutEffect, useMemo } from 'react'
import { speak } from '../i18n/i18n.ts'
import { usePreferences } from '../stores/preferences.ts'
import { paletteOf, remOf, themeOf } from '../styles/theme.ts'
import { useDark } from './use-dark.ts'
import { useSizes } from './use-sizes.ts'

/** The nonce of this load: without it the strict CSP would leave Ant Design unstyled. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Language, light or dark, sizes, and the nonce, for everything below. */
export function Dress({ children }: { readonly children: ReactNode }) {
  const language = usePreferences((state) => state.language)
  const isDark = useDark()
  const { textSize, density } = useSizes()
  const theme = useMemo(() => themeOf({ isDark, language, textSize, density }), [isDark, language, textSize, density])

  useLayoutEffect(() => {
    const root = document.documentElement
    for (const [name, value] of Object.entries(paletteOf(isDark))) root.style.setProperty(name, value)
    root.style.setProperty('--np-font', String(theme.token?.fontFamily))
    root.style.fontSize = `${remOf(textSize)}px`
    root.style.colorScheme = isDark ? 'dark' : 'light'
  }, [isDark, theme, textSize])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
    void speak(language)
  }, [language])

  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false }}
    >
      <AntApp style={{ height: '100%' }}>{children}</AntApp>
    </ConfigProvider>
  )
}
