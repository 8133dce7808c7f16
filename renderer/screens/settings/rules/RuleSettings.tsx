import { App, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleVersion } from '../../../../shared/contract/rules.ts'
import type { Slot } from '../../../../shared/contract/setup.ts'
import {
  alternativesOf,
  type GradeAlternatives,
  sameAlternatives,
  withHorizonsOf,
} from '../../../../shared/domain/screening/rule-edits.ts'
import { checkRules } from '../../../../shared/domain/screening/rule-faults.ts'
import { defaultRuleSet } from '../../../../shared/domain/screening/rule-set.ts'
import { GRADES } from '../../../../shared/values/grade.ts'
import { useRead } from '../../../api/use-read.ts'
import { useUnsavedGuard } from '../../../components/forms/use-unsaved-guard.ts'
import { Loaded } from '../../../components/ui/Page.tsx'
import { useGradeLabels } from '../../../components/ui/use-grade-labels.ts'
import { useAskedHorizons } from '../../../stores/asked-horizons.ts'
import { GradeRules } from './GradeRules.tsx'
import { horizonsOfSlots } from './horizons.ts'
import { RulePreview } from './RulePreview.tsx'
import './rules.css'
import { RuleVersions } from './RuleVersions.tsx'
import { VersionLine } from './VersionLine.tsx'

/** The rules that propose a grade, to read and to change; and where the scheme's horizons were asked for, with those laid out. */
export function RuleSettings() {
  const inForce = useRead('rules.get', {})
  const store = useRead('store.get', {})
  return (
    <Loaded read={store}>
      {({ slots }) => (
        <Loaded read={inForce}>{(rules) => <RuleEditor key={rules.version} inForce={rules} slots={slots} />}</Loaded>
      )}
    </Loaded>
  )
}

function RuleEditor({ inForce, slots }: { readonly inForce: RuleVersion; readonly slots: readonly Slot[] }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const labels = useGradeLabels()
  const { isAsked, ask } = useAskedHorizons()
  const [draft, setDraft] = useState<GradeAlternatives>(() =>
    isAsked ? withHorizonsOf(horizonsOfSlots(slots), inForce.alternatives) : inForce.alternatives,
  )
  const [showsVersions, setShowsVersions] = useState(false)
  const check = useMemo(() => checkRules(draft), [draft])
  const isChanged = !sameAlternatives(draft, inForce.alternatives)
  useUnsavedGuard(isChanged)
  useEffect(() => {
    if (!isAsked) return
    ask(false)
    void message.info(t('rules.horizons.loaded'))
  }, [isAsked, ask, message, t])
  return (
    <div className="rules-panel">
      <p className="settings-note">{t('rules.note')}</p>
      <VersionLine inForce={inForce} isEdited={isChanged}>
        {isChanged && (
          <Button type="primary" onClick={() => document.querySelector('.rules-preview')?.scrollIntoView()}>
            {t('rules.seeEffect')}
          </Button>
        )}
        {isChanged && <Button onClick={() => setDraft(inForce.alternatives)}>{t('rules.discard')}</Button>}
        <Button onClick={() => setDraft(alternativesOf(defaultRuleSet))}>{t('rules.toDefault')}</Button>
        <Button onClick={() => setShowsVersions(true)}>{t('rules.history')}</Button>
      </VersionLine>
      {GRADES.map((grade) => (
        <GradeRules
          key={grade}
          grade={grade}
          ways={draft[grade]}
          check={check}
          onChange={(ways) => setDraft({ ...draft, [grade]: ways })}
        />
      ))}
      <p className="rules-fallback">
        {t('rules.fallback', { label: labels[defaultRuleSet.fallback.grade] ?? defaultRuleSet.fallback.grade })}
      </p>
      <RulePreview draft={draft} inForce={inForce} isChanged={isChanged} isRight={check.faults.length === 0} />
      {showsVersions && (
        <RuleVersions
          inForce={inForce.version}
          onUse={({ version, alternatives }) => {
            setDraft(alternatives)
            setShowsVersions(false)
            void message.info(t('rules.versions.loaded', { version }))
          }}
          onClose={() => setShowsVersions(false)}
        />
      )}
    </div>
  )
}
