import { Alert, Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileReading } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import type { ApiFailure } from '../../api/api-failure.ts'
import { useAct } from '../../api/use-act.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { ColumnsTable } from './ColumnsTable.tsx'
import { FileLine } from './FileLine.tsx'
import { ImportFailure } from './ImportFailure.tsx'
import { MappingOptions } from './MappingOptions.tsx'
import { openAnswers, valueGroups } from './meaning-view.ts'
import { useImportState } from './use-import-state.ts'
import { ValueGroups } from './ValueGroups.tsx'

type Props = { readonly reading: FileReading; readonly mapping: Mapping }

/** A large file takes a moment to be gone through; what is answered meanwhile would be lost. */
const SPIN_AFTER_MS = 200

/** The second step: what the columns are and what each value means. Whatever changes the values asks the file again. */
export function MeaningStep({ reading, mapping }: Props) {
  const { t } = useTranslation()
  const format = useFormats()
  const [, go] = useImportState()
  const remap = useAct('imports.remap')
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const groups = valueGroups(reading, mapping)

  const ask = (next: Mapping) => {
    setFailure(null)
    remap.mutate(
      { token: reading.token, mapping: next },
      { onSuccess: (again) => go({ step: 'meaning', reading: again, mapping: again.mapping }), onError: setFailure },
    )
  }
  // Colleagues and channels may have been added since the file was read: coming back asks for suggestions again.
  useEffect(() => ask(mapping), [])

  const before = reading.importedBefore
  return (
    <>
      <FileLine reading={reading} />
      <ImportFailure error={failure} />
      {before !== null && (
        <Alert
          type="warning"
          showIcon
          className="im-gap"
          title={t('imports.before', { when: format.fullDateTime(before.importedAt) })}
        />
      )}
      <Spin spinning={remap.isPending} delay={SPIN_AFTER_MS}>
        <ColumnsTable reading={reading} mapping={mapping} onChange={ask} />
        <MappingOptions reading={reading} mapping={mapping} onChange={ask} />
        <ValueGroups
          groups={groups}
          onMean={(next) => go({ step: 'meaning', reading, mapping: next })}
          mapping={mapping}
        />
      </Spin>
      <Footer reading={reading} mapping={mapping} open={openAnswers(groups, mapping)} />
    </>
  )
}

/** The list is long: the count of what is missing leads to the first of it. */
function showFirstOpen(): void {
  document.querySelector('.im-open')?.scrollIntoView({ block: 'center' })
}

function Footer({ reading, mapping, open }: Props & { readonly open: number }) {
  const { t } = useTranslation()
  const [, go] = useImportState()
  const hasDate = mapping.columns.date !== undefined
  const hint = hasDate ? t('imports.preview.stillOpen', { count: open }) : t('imports.preview.needDate')
  return (
    <div className="im-footer">
      <Button onClick={() => go({ step: 'file' })}>{t('imports.another')}</Button>
      <span className="im-footer-hint" role="status">
        {(!hasDate || open > 0) && (
          <Button type="link" onClick={showFirstOpen}>
            {hint}
          </Button>
        )}
      </span>
      <Button type="primary" disabled={!hasDate || open > 0} onClick={() => go({ step: 'preview', reading, mapping })}>
        {t('imports.preview.button')}
      </Button>
    </div>
  )
}
