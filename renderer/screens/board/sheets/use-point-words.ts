import { useTranslation } from 'react-i18next'
import { useDimensionWord } from '../blocks/use-records-title.ts'
import type { PointData } from '../point-data.ts'
import type { PointWords } from './point-words.ts'

/** The words of the screen for the sheets of a control point's page. */
export function usePointWords(data: Pick<PointData, 'channels' | 'people'>): PointWords {
  const { t, i18n } = useTranslation()
  const value = useDimensionWord(data.channels, data.people)
  return {
    value,
    figure: (path) =>
      i18n.exists(`figures.${path}.name`)
        ? { name: t(`figures.${path as 'funnel.N'}.name`), about: t(`figures.${path as 'funnel.N'}.about`) }
        : null,
    header: (key) => t(`exports.point.${key}`),
    cutBy: (what) => t('exports.point.by', { what }),
    dimension: (dimension) =>
      i18n.exists(`exports.dimension.${dimension}`) ? t(`exports.dimension.${dimension as 'date'}`) : dimension,
    light: (light) => t(`codes.light.${light as 'red'}`),
  }
}
