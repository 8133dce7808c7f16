import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { GradeAlternatives } from '../../../../shared/domain/screening/rule-edits.ts'
import type { RuleCheck } from '../../../../shared/domain/screening/rule-faults.ts'
import type { Condition } from '../../../../shared/domain/screening/rule-set.ts'
import { defaultRuleSet } from '../../../../shared/domain/screening/rule-set.ts'
import type { Grade } from '../../../../shared/values/grade.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { ConditionInput } from './ConditionInput.tsx'
import { FactMenu } from './FactMenu.tsx'
import { conditionFor, factsLeft, newCondition, withCondition, withWay } from './rule-draft.ts'

const MOST_WAYS = 8
const MOST_CONDITIONS = 6

type Ways = GradeAlternatives[Grade]
type Props = {
  readonly grade: Grade
  readonly ways: Ways
  readonly check: RuleCheck
  readonly onChange: (ways: Ways) => void
}

/** One grade: the ways that lead to it, any one of which is enough. */
export function GradeRules({ grade, ways, check, onChange }: Props) {
  const { t } = useTranslation()
  const label = useGradeLabels()[grade] ?? grade
  const faults = check.faults.filter((fault) => fault.grade === grade && fault.at === null)
  return (
    <section className="rules-grade" aria-label={t('common.grade', { label })}>
      <div className="rules-grade-head">
        <GradeTag bucket={grade} />
        <span className="np-muted">{t(`rules.grade.${grade}`)}</span>
        <FactMenu
          facts={ways.length < MOST_WAYS ? defaultRuleSet.questions : []}
          text={t('rules.addAlternative')}
          label={t('rules.addAlternativeTo', { label })}
          onPick={(fact) => onChange([...ways, [newCondition(fact)]])}
        />
      </div>
      {ways.length === 0 && <p className="np-muted">{t('rules.noAlternative')}</p>}
      {faults.map(({ code }) => (
        <div key={code} className="rules-wrong" role="alert">
          {t(`rules.fault.${code}`)}
        </div>
      ))}
      {ways.map((way, at) => (
        <Way
          // A way has no name but its place, and its inputs hold nothing of their own.
          key={`${grade}${String(at)}`}
          label={label}
          at={at}
          way={way}
          faults={check.faults.filter((fault) => fault.grade === grade && fault.at === at).map(({ code }) => code)}
          isIdle={check.idle.some((idle) => idle.grade === grade && idle.at === at)}
          onChange={(changed) => onChange(withWay(ways, at, changed))}
        />
      ))}
    </section>
  )
}

type WayProps = {
  readonly label: string
  readonly at: number
  readonly way: readonly Condition[]
  readonly faults: readonly RuleCheck['faults'][number]['code'][]
  readonly isIdle: boolean
  readonly onChange: (way: readonly Condition[]) => void
}

function Way({ label, at, way, faults, isIdle, onChange }: WayProps) {
  const { t } = useTranslation()
  const number = at + 1
  return (
    <div className="rules-way">
      <span className="rules-way-number">{t('rules.alternative', { number })}</span>
      <div className="rules-way-body">
        <div className="rules-conditions">
          {way.map((condition, place) => (
            <Fragment key={`${condition.fact}${String(place)}`}>
              {place > 0 && <span className="np-muted">{t('rules.and')}</span>}
              <ConditionInput
                condition={condition}
                onChange={(changed) => onChange(withCondition(way, place, changed))}
              />
            </Fragment>
          ))}
          <FactMenu
            isQuiet
            facts={way.length < MOST_CONDITIONS ? factsLeft(way) : []}
            text={t('rules.addCondition')}
            label={t('rules.addConditionTo', { label, number })}
            onPick={(fact) => onChange([...way, conditionFor(way, fact)])}
          />
        </div>
        {faults.map((code) => (
          <div key={code} className="rules-wrong" role="alert">
            {t(`rules.fault.${code}`)}
          </div>
        ))}
        {isIdle && <div className="settings-day-low">{t('rules.idle')}</div>}
      </div>
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('rules.removeAlternative', { label, number })}
        onClick={() => onChange([])}
      />
    </div>
  )
}
