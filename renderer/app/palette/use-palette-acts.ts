import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { tellShell } from '../../api/shell.ts'
import { useAct } from '../../api/use-act.ts'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { LANGUAGES } from '../../i18n/i18n.ts'
import { usePageAct } from '../../stores/page-acts.ts'
import { usePalette } from '../../stores/palette.ts'
import { TEXT_SIZES, usePreferences } from '../../stores/preferences.ts'
import { useTour } from '../../stores/tour.ts'
import { useLeaveDemo } from '../use-leave-demo.ts'
import { useLock } from '../use-lock.ts'
import { useSwitchPerson } from '../use-switch-person.ts'
import type { PaletteAct } from './actions.ts'

/** How the acts without a screen of their own are done. */
export function usePaletteActs(): Readonly<Record<PaletteAct, () => void>> {
  const print = usePageAct('print')
  const exportPage = usePageAct('export')
  const backUp = useBackUp()
  const switchPerson = useSwitchPerson()
  const lock = useLock()
  const leaveDemo = useLeaveDemo()
  const look = useLookActs()
  return {
    ...look,
    print: () => (print === null ? window.print() : print()),
    exportPage: () => exportPage?.(),
    savePdf: () => tellShell({ kind: 'save_pdf', fileName: `${document.title}.pdf` }),
    showData: () => tellShell({ kind: 'show_data' }),
    backUp,
    switchPerson,
    lock,
    leaveDemo,
    shortcuts: () => usePalette.getState().show('shortcuts'),
    tour: () => useTour.getState().start(),
  }
}

function useBackUp(): () => void {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const { mutate } = useAct('store.backUp')
  return () =>
    mutate(
      {},
      {
        onSuccess: ({ file }) => void message.success(t('palette.backedUp', { file })),
        onError: (error) => void message.error(failureText(error)),
      },
    )
}

type LookAct = 'language' | 'light' | 'dark' | 'system' | 'largerText' | 'smallerText'

function useLookActs(): Readonly<Record<LookAct, () => void>> {
  const { language, textSize, setLanguage, setTheme, setTextSize } = usePreferences()
  const resize = (step: 1 | -1) => () => setTextSize(TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + step] ?? textSize)
  return {
    language: () => setLanguage(LANGUAGES.find((one) => one !== language) ?? language),
    light: () => setTheme('light'),
    dark: () => setTheme('dark'),
    system: () => setTheme('system'),
    largerText: resize(1),
    smallerText: resize(-1),
  }
}
