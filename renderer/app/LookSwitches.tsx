import { DesktopOutlined, MoonOutlined, SunOutlined, TranslationOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../i18n/i18n.ts'
import { THEME_CHOICES, type ThemeChoice, usePreferences } from '../stores/preferences.ts'

const THEME_ICONS: Record<ThemeChoice, ReactNode> = {
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
  system: <DesktopOutlined aria-hidden />,
}

/** Language and light or dark; on the entry screens as well as in the header. */
export function LookSwitches() {
  const { t } = useTranslation()
  const { language, theme, setLanguage, setTheme } = usePreferences()
  const nextLanguage = LANGUAGES.find((one) => one !== language) ?? language
  return (
    <>
      <Button
        type="text"
        icon={<TranslationOutlined aria-hidden />}
        lang={nextLanguage}
        onClick={() => setLanguage(nextLanguage)}
      >
        {t(`common.language.${nextLanguage}`)}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: [theme],
          items: THEME_CHOICES.map((key) => ({ key, icon: THEME_ICONS[key], label: t(`common.header.${key}`) })),
          onClick: ({ key }) => setTheme(THEME_CHOICES.find((choice) => choice === key) ?? 'system'),
        }}
      >
        <Button type="text" icon={THEME_ICONS[theme]} aria-label={t('common.header.theme')} />
      </Dropdown>
    </>
  )
}
