import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardPerson } from '../../../../shared/contract/board.ts'
import type { Report } from '../../../../shared/domain/report.ts'
import { LightTag } from '../../../components/ui/LightTag.tsx'
import type { PointData } from '../point-data.ts'
import { FigureName, type NamedFigure } from './FigureName.tsx'
import { Section } from './Section.tsx'

export type PeopleColumn = {
  readonly of: NamedFigure
  readonly cell: (report: Report, person: BoardPerson) => ReactNode
}

/** Everyone's own figures of this control point, ranked by its headline; who has none stands last. */
export function PeopleTable({
  data,
  columns,
}: {
  readonly data: PointData
  readonly columns: readonly PeopleColumn[]
}) {
  const { t } = useTranslation()
  if (data.people.length === 0) return null
  // Where the headline is the store's alone, nobody has a light, and there is no rank to speak of.
  const hasLights = data.people.some(({ light }) => light !== 'unknown')
  return (
    <Section title={t('board.section.people')} {...(hasLights ? { note: t('board.section.peopleNote') } : {})}>
      <div className="bd-scroll">
        <table className="bd-table">
          <thead>
            <tr>
              <th>{t('board.column.person')}</th>
              {hasLights && <th>{t('board.column.light')}</th>}
              {columns.map(({ of }) => (
                <th key={of} className="bd-right">
                  <FigureName of={of} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked(data.people).map((person) => (
              <tr key={person.staffId}>
                <td className="bd-nowrap">
                  {person.name}
                  {!person.active && <small className="np-muted"> {t('board.left')}</small>}
                </td>
                {hasLights && (
                  <td>
                    <LightTag light={person.light} />
                  </td>
                )}
                {columns.map(({ of, cell }) => (
                  <td key={of} className="bd-right">
                    {cell(person.report, person)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function ranked(people: readonly BoardPerson[]): readonly BoardPerson[] {
  const rank = ({ headline }: BoardPerson) => headline ?? Number.NEGATIVE_INFINITY
  return [...people].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)))
}
