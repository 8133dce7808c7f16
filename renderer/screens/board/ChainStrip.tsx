import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureKey } from '../../../shared/domain/breakdowns.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { CountLink } from './blocks/CountLink.tsx'
import { FigureName, type NamedFigure } from './blocks/FigureName.tsx'
import { Percent } from './blocks/Numbers.tsx'

/** N x K x F x C = won with its own numbers, as the fractions that multiply out exactly (for the store: owned = captured). */
export function ChainStrip({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { N, K, F, C, captured, owned, worked, won } = report.funnel
  const isStore = report.scope.staffId === null
  return (
    <section className="bd-chain" aria-label={t('board.chain.label')}>
      <Factor letter="N" of="funnel.N" value={<CountLink figure="funnel.N" value={N} />} />
      <Sign>×</Sign>
      <Factor
        letter="K"
        of="funnel.K"
        value={<Percent value={K} />}
        fraction={<Fraction top={['funnel.captured', captured]} bottom={['funnel.N', N]} />}
      />
      <Sign>{isStore ? '×' : ''}</Sign>
      <Factor
        letter="F"
        of="funnel.F"
        value={<Percent value={F} />}
        fraction={<Fraction top={['funnel.worked', worked]} bottom={['funnel.owned', owned]} />}
      />
      <Sign>×</Sign>
      <Factor
        letter="C"
        of="funnel.C"
        value={<Percent value={C} />}
        fraction={<Fraction top={['funnel.won', won]} bottom={['funnel.worked', worked]} />}
      />
      <Sign>{isStore ? '=' : ''}</Sign>
      <Factor letter="" of="funnel.won" value={<CountLink figure="funnel.won" value={won} />} />
      {!isStore && <small className="np-muted bd-chain-note">{t('board.chain.personNote')}</small>}
    </section>
  )
}

type FactorProps = {
  readonly letter: string
  readonly of: NamedFigure
  readonly value: ReactNode
  readonly fraction?: ReactNode
}

function Factor({ letter, of, value, fraction }: FactorProps) {
  return (
    <div className="bd-factor">
      <div className="bd-factor-name">
        <FigureName of={of} />
        {fraction === undefined && letter !== '' && ` ${letter}`}
      </div>
      <div className="bd-factor-value">
        <strong>{value}</strong>
        {fraction}
      </div>
    </div>
  )
}

type Part = readonly [figure: FigureKey, count: number]

function Fraction({ top, bottom }: { readonly top: Part; readonly bottom: Part }) {
  return (
    <span className="bd-fraction">
      <CountLink figure={top[0]} value={top[1]} />
      <span aria-hidden>/</span>
      <CountLink figure={bottom[0]} value={bottom[1]} />
    </span>
  )
}

function Sign({ children }: { readonly children: string }) {
  return <span className="bd-sign">{children}</span>
}
