import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FigureName, type NamedFigure } from './FigureName.tsx'

type Term = { readonly of: NamedFigure; readonly value: ReactNode }
type Props = {
  readonly of: NamedFigure
  readonly part: Term
  readonly whole: Term
  readonly result: ReactNode
}

/** A ratio written out with its own numbers: K = left a contact 47 ÷ first visits 118 = 39.8%. */
export function Formula({ of, part, whole, result }: Props) {
  const { t } = useTranslation()
  return (
    <p className="bd-formula">
      <strong>
        <FigureName of={of} />
      </strong>
      <span>{t('board.formulas.equals')}</span>
      <FigureName of={part.of} /> {part.value}
      <span>{t('board.formulas.divided')}</span>
      <FigureName of={whole.of} /> {whole.value}
      <span>{t('board.formulas.equals')}</span>
      <strong>{result}</strong>
    </p>
  )
}
