import { Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { FLAG_CODES } from '../../../shared/domain/import/fields.ts'
import { StateMark } from './StateMark.tsx'

/** What goes in but deserves a look, by kind, with the lines it is about. */
export function FlagList({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation()
  const codes = FLAG_CODES.filter((code) => (plan.flags[code] ?? 0) > 0)
  if (codes.length === 0) return null
  const items = codes.map((code) => ({
    key: code,
    label: t(`imports.flag.${code}`),
    extra: <StateMark tone="amber">{t('imports.preview.flagRows', { count: plan.flags[code] ?? 0 })}</StateMark>,
    children: (
      <ul className="im-lines">
        {plan.flagged
          .filter((flag) => flag.code === code)
          .map(({ line, value }) => (
            <li key={line}>
              <span className="np-muted np-num">{t('imports.preview.line', { line })}</span> {value}
            </li>
          ))}
      </ul>
    ),
  }))
  return (
    <section className="im-card">
      <div className="im-head">
        <h2>{t('imports.preview.flags')}</h2>
      </div>
      <Collapse items={items} />
    </section>
  )
}
