import { EditOutlined } from '@ant-design/icons'
import { Button, Tag } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptScript } from '../../../../shared/contract/scripts.ts'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { ShareCell } from './ShareCell.tsx'
import { groupsOf, reachedShare, visitedShare } from './scripts-view.ts'

type Props = { readonly scripts: readonly KeptScript[]; readonly onEdit: (script: KeptScript) => void }

export function ScriptTable({ scripts, onEdit }: Props) {
  const { t } = useTranslation()
  return (
    <div className="scripts-scroll">
      <table className="scripts-table">
        <thead>
          <tr>
            <th scope="col">{t('scripts.column.script')}</th>
            <th scope="col">{t('scripts.column.aim')}</th>
            <th scope="col" className="scripts-number">
              {t('scripts.column.used')}
            </th>
            <th scope="col">{t('scripts.column.reached')}</th>
            <th scope="col">{t('scripts.column.visited')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {groupsOf(scripts).map((group) => (
            <Fragment key={group.purpose}>
              <tr className="scripts-group">
                <th colSpan={6} scope="colgroup">
                  {t(`scripts.purpose.${group.purpose}`)}
                </th>
              </tr>
              {group.scripts.map((script) => (
                <Row key={script.id} script={script} onEdit={() => onEdit(script)} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ script, onEdit }: { readonly script: KeptScript; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const format = useFormats()
  const { title, text, grade, stage, active, effect } = script
  return (
    <tr className={active ? '' : 'scripts-retired'}>
      <td>
        <strong>{title}</strong> {!active && <Tag>{t('scripts.retired')}</Tag>}
        <div className="scripts-text np-muted" title={text}>
          {text}
        </div>
      </td>
      <td className="scripts-aim">
        {grade === null ? <span className="np-muted">{t('scripts.anyGrade')}</span> : <GradeTag bucket={grade} />}
        <div className={stage === null ? 'np-muted' : ''}>
          {stage === null ? t('scripts.anyStage') : t(`codes.stage.${stage}`)}
        </div>
      </td>
      <td className="scripts-number np-num">
        {effect.used === 0 ? <span className="np-muted">{t('scripts.neverUsed')}</span> : format.count(effect.used)}
      </td>
      <td>
        <ShareCell share={reachedShare(effect)} />
      </td>
      <td>
        <ShareCell share={visitedShare(effect)} />
      </td>
      <td>
        <Button
          type="text"
          icon={<EditOutlined aria-hidden />}
          aria-label={`${t('scripts.edit')} ${title}`}
          onClick={onEdit}
        />
      </td>
    </tr>
  )
}
