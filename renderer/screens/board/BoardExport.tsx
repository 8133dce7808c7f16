import { useTranslation } from 'react-i18next'
import type { Scope, Tile } from '../../../shared/contract/board.ts'
import { type Field, tabulate } from '../../../shared/domain/export/sheet.ts'
import { TableExport } from '../../components/export/TableExport.tsx'
import { useAdviceText } from './use-advice-text.ts'

/** The nine headlines and their last periods as a file. */
export function BoardExport({ scope, tiles }: { readonly scope: Scope; readonly tiles: readonly Tile[] }) {
  const { t } = useTranslation()
  const adviceText = useAdviceText()
  const nine: readonly Field<Tile>[] = [
    { header: t('exports.board.point'), kind: 'text', of: ({ key }) => t(`board.point.${key}`) },
    { header: t('exports.point.figure'), kind: 'text', of: ({ key }) => t(`board.headline.${key}`) },
    { header: t('exports.board.value'), kind: 'ratio', of: ({ headline }) => headline },
    { header: t('exports.point.light'), kind: 'text', of: ({ light }) => t(`codes.light.${light}`) },
    { header: t('exports.board.greenFrom'), kind: 'ratio', of: ({ threshold }) => threshold.greenFrom },
    { header: t('exports.board.amberFrom'), kind: 'ratio', of: ({ threshold }) => threshold.amberFrom },
    { header: t('exports.board.advice'), kind: 'text', of: ({ advice }) => adviceText(advice) },
  ]
  const periods = tiles[0]?.trend ?? []
  const trend: readonly Field<(typeof periods)[number] & { readonly i: number }>[] = [
    { header: t('exports.board.from'), kind: 'date', of: ({ from }) => from },
    { header: t('exports.board.to'), kind: 'date', of: ({ to }) => to },
    { header: t('exports.board.asOf'), kind: 'date', of: ({ asOf }) => asOf },
    ...tiles.map(({ key, trend: line }) => ({
      header: t(`board.headline.${key}`),
      kind: 'ratio' as const,
      of: ({ i }: { readonly i: number }) => line[i]?.headline ?? null,
    })),
  ]
  const numbered = periods.map((period, i) => ({ ...period, i }))
  return (
    <TableExport
      about="board"
      title={t('exports.title.board')}
      period={{ from: scope.from, to: scope.to }}
      tables={[
        { name: t('exports.title.board'), sheet: () => tabulate(t('exports.title.board'), nine, tiles) },
        { name: t('exports.board.trend'), sheet: () => tabulate(t('exports.board.trend'), trend, numbered) },
      ]}
      isEmpty={false}
    />
  )
}
