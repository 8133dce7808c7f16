import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

type Person = { readonly staffId: string; readonly name: string }

type Names = {
  readonly receiverName: (receiver: string) => string
  readonly hourName: (hour: string) => string
  readonly hourLongName: (hour: string) => string
}

/** Receivers and hours in words, also where nobody was named and no time was written down. */
export function useCaptureNames(people: readonly Person[]): Names {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      receiverName: (receiver) =>
        receiver === ''
          ? t('charts.infoCapture.nobody')
          : (people.find(({ staffId }) => staffId === receiver)?.name ?? receiver),
      hourName: (hour) =>
        hour === '' ? t('charts.infoCapture.noTime') : t('charts.infoCapture.hour', { hour: Number(hour) }),
      hourLongName: (hour) =>
        hour === ''
          ? t('charts.infoCapture.noTime')
          : t('charts.infoCapture.hourLong', { hour: Number(hour), next: Number(hour) + 1 }),
    }),
    [t, people],
  )
}
