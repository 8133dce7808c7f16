import { DesktopOutlined, MoonOutlined, SunOutlined, TranslationOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES } from '../i18n/i18n.ts'
import { DENSITIES, TEXT_SIZES, THEME_CHOICES, type ThemeChoice, usePreferences } from '../stores/preferences.ts'

const THEME_ICONS: Record<ThemeChoice, ReactNode> = {
  light: <SunOutlined aria-hidden />,
  dark: <MoonOutlined aria-hidden />,
  system: <DesktopOutlined aria-hidden />,
}

/** Language, light or dark, text size and density; on the entry screens as well as in the header. */
export function LookSwitches() {
  const { t } = useTranslation()
  const { language, theme, setLanguage } = usePreferences()
  const menu = useLookMenu()
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
      <Dropdown trigger={['click']} menu={menu}>
        <Button type="text" icon={THEME_ICONS[theme]} aria-label={t('common.header.theme')} />
      </Dropdown>
    </>
  )
}

/** Three choices in one menu: no key of one is a key of another. */
function useLookMenu(): MenuProps {
  const { t } = useTranslation()
  const { theme, textSize, density, setTheme, setTextSize, setDensity } = usePreferences()
  return {
    selectable: true,
    selectedKeys: [theme, textSize, density],
    items: [
      {
        type: 'group',
        label: t('device.appearance.theme'),
        children: THEME_CHOICES.map((key) => ({ key, icon: THEME_ICONS[key], label: t(`common.header.${key}`) })),
      },
      {
        type: 'group',
        label: t('device.appearance.textSize'),
        children: TEXT_SIZES.map((key) => ({ key, label: t(`device.textSize.${key}`) })),
      },
      {
        type: 'group',
        label: t('device.appearance.density'),
        children: DENSITIES.map((key) => ({ key, label: t(`device.density.${key}`) })),
      },
    ],
    onClick: ({ key }) => {
      const [aTheme, aSize, aDensity] = [
        THEME_CHOICES.find((one) => one === key),
        TEXT_SIZES.find((one) => one === key),
        DENSITIES.find((one) => one === key),
      ]
      if (aTheme !== undefined) setTheme(aTheme)
      if (aSize !== undefined) setTextSize(aSize)
      if (aDensity !== undefined) setDensity(aDensity)
    },
  }
}
