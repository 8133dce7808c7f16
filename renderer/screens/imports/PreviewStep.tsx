import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FileReading, ImportPlan } from '../../../shared/contract/imports.ts'
import type { Mapping } from '../../../shared/domain/import/fields.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { Loaded } from '../../components/ui/Page.tsx'
import { useFailureText } from '../../components/ui/use-failure-text.ts'
import { FileLine } from './FileLine.tsx'
import { FlagList } from './FlagList.tsx'
import { LeftOutList } from './LeftOutList.tsx'
import { PlanFigures } from './PlanFigures.tsx'
import { SampleTable } from './SampleTable.tsx'
import { useImportState } from './use-import-state.ts'

type Props = { readonly reading: FileReading; readonly mapping: Mapping }

/** The third step: exactly what will happen. The run is refused unless it would do just this. */
export function PreviewStep({ reading, mapping }: Props) {
  const preview = useRead('imports.preview', { token: reading.token, mapping })
  return (
    <>
      <FileLine reading={reading} />
      <Loaded read={preview}>
        {(plan) => (
          <>
            <PlanFigures plan={plan} rowCount={reading.rowCount} hasHeader={mapping.headerRow >= 0} />
            <FlagList plan={plan} />
            <LeftOutList plan={plan} reading={reading} mapping={mapping} />
            <SampleTable plan={plan} />
          </>
        )}
      </Loaded>
      <Footer reading={reading} mapping={mapping} plan={preview.data} onChanged={() => void preview.refetch()} />
    </>
  )
}

type FooterProps = Props & { readonly plan: ImportPlan | undefined; readonly onChanged: () => void }

function Footer({ reading, mapping, plan, onChanged }: FooterProps) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [, go] = useImportState()
  const run = useAct('imports.run')
  const textOf = useFailureText()

  const start = (digest: string) =>
    run.mutate(
      { token: reading.token, mapping, digest },
      {
        onSuccess: ({ plan: done }) => go({ step: 'done', plan: done }),
        onError: (error) => {
          const isChanged = error.failure.code === 'changed_meanwhile'
          void message.error(isChanged ? t('imports.preview.changed') : textOf(error))
          if (isChanged) onChanged()
        },
      },
    )

  return (
    <>
      {plan?.visits === 0 && <Alert type="warning" showIcon className="im-gap" title={t('imports.preview.nothing')} />}
      <div className="im-footer">
        <Button disabled={run.isPending} onClick={() => go({ step: 'meaning', reading, mapping })}>
          {t('common.back')}
        </Button>
        <span className="im-footer-hint" role="status">
          {run.isPending ? t('imports.preview.running') : ''}
        </span>
        <Button
          type="primary"
          loading={run.isPending}
          disabled={plan === undefined || plan.visits === 0 || reading.importedBefore !== null}
          onClick={() => plan !== undefined && start(plan.digest)}
        >
          {t('imports.preview.run', { count: plan?.visits ?? 0 })}
        </Button>
      </div>
    </>
  )
}
