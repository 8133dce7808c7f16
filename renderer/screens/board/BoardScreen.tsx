import './board.css'
import './point.css'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/use-read.ts'
import { PrintButton } from '../../components/export/PrintButton.tsx'
import { FirstSteps } from '../../components/first-steps/FirstSteps.tsx'
import { Loaded, Page } from '../../components/ui/Page.tsx'
import { PageHeader } from '../../components/ui/PageHeader.tsx'
import { BoardExport } from './BoardExport.tsx'
import { RecordsProvider } from './blocks/RecordsProvider.tsx'
import { ChainStrip } from './ChainStrip.tsx'
import { isEmptyBoard } from './is-empty-board.ts'
import { PeriodBar } from './PeriodBar.tsx'
import { PrintScope } from './PrintScope.tsx'
import { TileCard } from './TileCard.tsx'
import { useBoardScope } from './use-board-scope.ts'

/** The nine on one board. */
export function BoardScreen() {
  const { t } = useTranslation()
  const scope = useBoardScope()
  const board = useRead('board.show', scope, { keepLast: true })
  return (
    <Page>
      <div className="bd-board">
        <PageHeader
          title={t('board.title')}
          actions={
            <>
              <PeriodBar scope={scope} asOf={board.data?.asOf} />
              {board.data !== undefined && <BoardExport scope={scope} tiles={board.data.tiles} />}
              <PrintButton />
            </>
          }
        />
        <PrintScope scope={scope} asOf={board.data?.asOf} />
        <Loaded read={board}>
          {({ report, tiles }) => (
            <RecordsProvider scope={scope} channels={[]} people={[]}>
              {isEmptyBoard(report) ? <FirstSteps /> : <ChainStrip report={report} />}
              <div className="bd-grid" aria-busy={board.isPlaceholderData}>
                {tiles.map((tile) => (
                  <TileCard key={tile.key} tile={tile} report={report} />
                ))}
              </div>
              <p className="np-muted bd-foot">{t('board.trend.note')}</p>
            </RecordsProvider>
          )}
        </Loaded>
      </div>
    </Page>
  )
}
