import { Button, Collapse } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/imports.ts'
import { FLAG_CODES, type FlagCode } from '../../../shared/domain/import/fields.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { StateMark } from './StateMark.tsx'

type Props = { readonly plan: ImportPlan; readonly onReconsider: () => void }

/** What goes in but deserves a look, by kind, with the lines it is about. */
export function FlagList({ plan, onReconsider }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const codes = FLAG_CODES.filter((code) => (plan.flags[code] ?? 0) > 0)
  if (codes.length === 0) return null
  const items = codes.map((code) => ({
    key: code,
    label: t(`imports.flag.${code}`),
    extra: (
      <StateMark tone="amber">{t('imports.preview.flagRows', { rows: format.count(plan.flags[code] ?? 0) })}</StateMark>
    ),
    children: <FlaggedLines plan={plan} code={code} onReconsider={onReconsider} />,
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

/** Those that an answer to a question decides. */
const ASKED: readonly FlagCode[] = ['other_name', 'note_says_deal', 'note_says_loss']

function FlaggedLines({ plan, code, onReconsider }: Props & { readonly code: FlagCode }) {
  const { t } = useTranslation()
  const format = useFormats()
  const lines = plan.flagged.filter((flag) => flag.code === code)
  return (
    <>
      <ul className="im-lines">
        {lines.map(({ line, value }) => (
          <li key={line}>
            <span className="np-muted np-num">{t('imports.preview.line', { line })}</span> {value}
          </li>
        ))}
      </ul>
      {lines.length < (plan.flags[code] ?? 0) && (
        <p className="np-muted">{t('imports.preview.flagMore', { rows: format.count(lines.length) })}</p>
      )}
      {ASKED.includes(code) && (
        <Button size="small" onClick={onReconsider}>
          {t('imports.preview.reconsider')}
        </Button>
      )}
    </>
  )
}
