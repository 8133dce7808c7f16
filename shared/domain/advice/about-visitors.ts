import type { AdviceGround } from './advice.ts'
import { type Advice, say } from './advice-codes.ts'
import { greatest, nameOf } from './worst.ts'

/** A person's rate is only held against them from so many visitors on. */
const MIN_VISITORS = 10
/** Points below the store's rate that are worth a word. */
const NOTABLE_GAP = 0.05
const LATE_SHARE = 0.1

/** Control point 2: who leaves most behind, else why visitors do not leave a contact. */
export function aboutInfoCapture({ report, staff, thresholds }: AdviceGround): Advice {
  const { N, captured, K, byStaff, notCapturedReasons } = report.infoCapture
  if (K === null) return say('infoCapture.noVisitors')
  const rates = Object.entries(byStaff).map(([id, count]) => ({ id, ...count, rate: count.captured / count.N }))
  const behind = greatest(
    rates.filter((person) => person.N >= MIN_VISITORS && K - person.rate >= NOTABLE_GAP),
    (person) => K - person.rate,
  )
  if (behind !== null) {
    const { id, rate } = behind
    const name = nameOf(staff, id)
    return say('infoCapture.personBehind', { name, captured: behind.captured, N: behind.N, rate, storeRate: K })
  }
  if (K >= thresholds.infoCapture.greenFrom) return say('infoCapture.holding', { captured, N, rate: K })
  const reason = greatest(Object.entries(notCapturedReasons), ([, count]) => count)
  if (reason === null) return say('infoCapture.holding', { captured, N, rate: K })
  if (reason[0] === '') return say('infoCapture.noReason', { count: reason[1] })
  return say('infoCapture.topReason', { reason: reason[0], count: reason[1], missed: N - captured })
}

/** Control point 3: days nobody entered anything, arrivals the door saw and the log did not, entries made from memory. */
export function aboutVisitorRecording({ report, thresholds }: AdviceGround): Advice {
  const { openDaysWithoutEntry, logged, counted, completeness, lateEntries, lateShare, visits } =
    report.visitorRecording
  if (visits === 0) return say('visitorRecording.nothingLogged')
  if (openDaysWithoutEntry !== null && openDaysWithoutEntry > 0) {
    return say('visitorRecording.daysWithoutEntry', { count: openDaysWithoutEntry })
  }
  const isShort = completeness !== null && completeness < thresholds.visitorRecording.greenFrom
  if (isShort && logged !== null && counted !== null) {
    return say('visitorRecording.missingArrivals', { missing: counted - logged, logged, counted })
  }
  if (lateShare !== null && lateShare >= LATE_SHARE) {
    return say('visitorRecording.lateEntries', { count: lateEntries, visits, rate: lateShare })
  }
  if (report.scope.staffId === null && counted === null) return say('visitorRecording.noDoorCount')
  return say('visitorRecording.holding', { visits })
}

/** Control point 8: the channel that loses most money, else how many visitors the target still lacks. */
export function aboutLeadSources({ report, need, channels }: AdviceGround): Advice {
  const { N } = report.funnel
  const sources = Object.entries(report.leadSources.byChannel).map(([id, source]) => ({ id, ...source }))
  if (sources.length === 0) return say('leadSources.noChannels')
  const losing = greatest(sources, ({ cost, grossProfit }) => (cost === null ? 0 : cost - grossProfit))
  if (losing !== null && losing.cost !== null) {
    const channel = nameOf(channels, losing.id)
    const { cost, costPerDeal, grossProfit, won, roi } = losing
    if (costPerDeal === null) return say('leadSources.costWithoutDeal', { channel, costYuan: cost, N: losing.N })
    return say('leadSources.negativeRoi', {
      channel,
      won,
      costPerDealYuan: costPerDeal,
      costYuan: cost,
      profitYuan: grossProfit,
      roiRate: roi ?? 0,
    })
  }
  if (need !== null && N < need)
    return say('leadSources.shortOfNeed', { N, need: Math.ceil(need), missing: Math.ceil(need - N) })
  const isStore = report.scope.staffId === null
  if (isStore && sources.every(({ cost }) => cost === null)) return say('leadSources.noCosts')
  return say('leadSources.holding', { N })
}
