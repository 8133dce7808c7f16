import { Button, InputNumber, Segmented, Slider } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isMixKnown, type LeverBase } from '../../../shared/domain/levers/lever-base.ts'
import { type Levers, leversOf } from '../../../shared/domain/levers/simulate.ts'
import { useGradeLabels } from '../../components/ui/use-grade-labels.ts'
import { useFormats } from '../../i18n/use-formats.ts'

type Props = {
  readonly base: LeverBase
  readonly levers: Levers
  readonly onChange: (levers: Levers) => void
}

const RATES = ['K', 'F', 'C'] as const

/** The levers with what they are now beside them. */
export function LeverPanel({ base, levers, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const order = (['as_now', 'best_first'] as const).map((value) => ({ value, label: t(`levers.order.${value}`) }))
  return (
    <section className="bd-section lv-panel" aria-labelledby="lv-levers">
      <div className="bd-section-head">
        <h2 id="lv-levers">{t('levers.panel')}</h2>
        <span className="bd-section-extra">
          <Button size="small" onClick={() => onChange(leversOf(base))}>
            {t('levers.reset')}
          </Button>
        </span>
      </div>
      <Lever letter="N" now={format.count(base.N)}>
        <Number
          name={t('levers.name.N')}
          value={Math.round(levers.N)}
          max={Math.max(10, base.N * 3)}
          onChange={(N) => onChange({ ...levers, N })}
        />
      </Lever>
      {RATES.map((rate) => (
        <Lever key={rate} letter={rate} now={format.ratio(base[rate])}>
          <Number
            name={t(`levers.name.${rate}`)}
            value={Math.round(levers[rate] * 1000) / 10}
            max={100}
            suffix="%"
            onChange={(percent) => onChange({ ...levers, [rate]: percent / 100 })}
          />
        </Lever>
      ))}
      <Mix base={base} levers={levers} onChange={onChange} />
      <Lever letter="order">
        <Segmented
          aria-label={t('levers.name.order')}
          value={levers.order}
          options={order}
          onChange={(value) => onChange({ ...levers, order: value })}
        />
      </Lever>
    </section>
  )
}

type LeverProps = {
  readonly letter: 'N' | 'K' | 'F' | 'C' | 'mix' | 'order'
  readonly now?: string
  readonly children: ReactNode
}

function Lever({ letter, now, children }: LeverProps) {
  const { t } = useTranslation()
  return (
    <div className="lv-lever">
      <div className="lv-lever-name">
        <strong>{t(`levers.name.${letter}`)}</strong>
        {now !== undefined && <span className="np-muted np-num">{t('levers.now', { value: now })}</span>}
      </div>
      {children}
    </div>
  )
}

type NumberProps = {
  readonly name: string
  readonly value: number
  readonly max: number
  readonly suffix?: string
  readonly onChange: (value: number) => void
}

function Number({ name, value, max, suffix = '', onChange }: NumberProps) {
  return (
    <div className="lv-number">
      <Slider
        ariaLabelForHandle={name}
        min={0}
        max={max}
        value={value}
        step={suffix === '' ? 1 : 0.5}
        tooltip={{ formatter: null }}
        onChange={onChange}
      />
      <InputNumber
        aria-label={name}
        min={0}
        max={max}
        value={value}
        suffix={suffix === '' ? null : suffix}
        onChange={(typed) => onChange(typed ?? 0)}
      />
    </div>
  )
}

/** Two handles part the graded into A, B and C. */
function Mix({ base, levers, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const labels = useGradeLabels()
  const known = isMixKnown(base)
  const words = ({ A, B, C }: Levers['mix']) =>
    `${labels.A} ${format.ratio(A, 0)} · ${labels.B} ${format.ratio(B, 0)} · ${labels.C} ${format.ratio(C, 0)}`
  const { A, B } = levers.mix
  return (
    <Lever letter="mix" now={words(leversOf(base).mix)}>
      <Slider
        range
        disabled={!known}
        ariaLabelForHandle={[t('levers.mixHandle', { grade: labels.A }), t('levers.mixHandle', { grade: labels.B })]}
        value={[Math.round(A * 100), Math.round((A + B) * 100)]}
        tooltip={{ formatter: null }}
        onChange={([first = 0, second = 0]) =>
          onChange({ ...levers, mix: { A: first / 100, B: (second - first) / 100, C: 1 - second / 100 } })
        }
      />
      <span className="np-num">{known ? words(levers.mix) : t('levers.mixUnknown')}</span>
    </Lever>
  )
}
