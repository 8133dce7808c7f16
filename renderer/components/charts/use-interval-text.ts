import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/use-formats.ts'
import { type SampleRate, SMALL_SAMPLE } from './sample-rate.ts'

/** A rate's 95% interval in words, and that the sample is small where it is: lines for a tooltip. */
export function useIntervalText(): (rate: SampleRate) => readonly string[] {
  const { t } = useTranslation()
  const format = useFormats()
  return ({ low, high, isSmall }) => {
    const interval = t('charts.interval', { low: format.ratio(low, 0), high: format.ratio(high, 0) })
    return isSmall ? [interval, t('charts.smallSample', { count: SMALL_SAMPLE })] : [interval]
  }
}
