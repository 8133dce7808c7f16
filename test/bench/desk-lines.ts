import { searchQueryOf } from '../../db/search/search-query.ts'
import { addDays } from '../../shared/values/business-date.ts'
import type { BenchDesk } from './desk.ts'
import type { Line } from './line.ts'
import { compare, HEAVY, USUAL } from './measure.ts'
import { rawLead, rawList, rawSave, rawSearch, rawToday } from './raw-desk.ts'
import { dateText, LAST_DAY, NOW } from './store/calendar.ts'

const TODAY = dateText(LAST_DAY)
const NEXT = addDays(TODAY, 7)
const BY_DUE = { by: 'due', descending: false } as const

/** A customer somebody might look for: a Chinese name of three characters, a mobile number. */
function somebody({ db }: BenchDesk): { namePart: string; initials: string; tail: string } {
  const row = db
    .prepare(
      `SELECT c.name, c.phone, w.words FROM lead_list r JOIN leads l ON l.id = r.lead_id JOIN customers c ON c.id = l.customer_id
       JOIN lead_words w ON w.n = r.n WHERE r.status = 'open' AND length(c.name) = 3 AND c.phone IS NOT NULL LIMIT 1 OFFSET 400`,
    )
    .get() as { name: string; phone: string; words: string }
  const initials = row.words.split(' ').find((word) => /^[a-z]{3}$/.test(word)) ?? ''
  return { namePart: row.name.slice(1), initials, tail: row.phone.slice(-4) }
}

function searchLine(name: string, about: string, key: 'namePart' | 'initials' | 'tail'): Line {
  return {
    name,
    about,
    run: async (bench) => {
      const text = somebody(bench)[key]
      const look = () => bench.asSalesperson('leads.list', { filter: { text }, sort: BY_DUE, limit: 50, offset: 0 })
      const { total } = await look()
      if (total === 0) throw new Error(`nobody is found by ${key}`)
      return compare(look, rawSearch(bench.db, searchQueryOf(text)?.masked ?? ''))
    },
  }
}

function listLine(name: string, about: string, place: (total: number) => number): Line {
  return {
    name,
    about,
    run: async (bench) => {
      const page = (offset: number) =>
        bench.asManager('leads.list', { filter: { statuses: ['open'] }, sort: BY_DUE, limit: 50, offset })
      const offset = place((await page(0)).total)
      return compare(() => page(offset), rawList(bench.db, offset))
    },
  }
}

/** Leads of the salesperson, one after the other and round again. */
function turns({ db, staffId }: BenchDesk, sql: string): () => string {
  const ids = db.prepare(sql).pluck().all(staffId) as string[]
  let n = -1
  return () => ids[(n += 1) % ids.length] ?? ''
}

export const deskLines: readonly Line[] = [
  {
    name: 'Today',
    about: 'a salesperson’s day',
    run: (bench) =>
      compare(
        () => bench.asSalesperson('followUps.today', { staffId: null }),
        rawToday(bench.db, bench.staffId, TODAY),
      ),
  },
  {
    name: 'the team’s day',
    about: 'a manager’s six o’clock',
    run: (bench) => compare(() => bench.asManager('followUps.teamDay', {}), null, HEAVY),
  },
  searchLine('search, part of a name', 'two characters, fifty rows and how many there are', 'namePart'),
  searchLine('search, initials', 'three letters of pinyin', 'initials'),
  searchLine('search, end of a number', 'four digits', 'tail'),
  {
    name: 'lead with timeline',
    about: 'one customer’s whole story',
    run: (bench) => {
      const sql = 'SELECT lead_id FROM lead_list WHERE owner_id = ? ORDER BY n LIMIT 500'
      const [next, nextRaw] = [turns(bench, sql), turns(bench, sql)]
      const raw = rawLead(bench.db)
      return compare(
        () => bench.asSalesperson('leads.get', { leadId: next() }),
        () => raw(nextRaw()),
      )
    },
  },
  listLine('lead list, first page', 'fifty open leads by due date', () => 0),
  listLine('lead list, middle', 'the fifty in the middle', (total) => Math.floor(total / 2)),
  {
    name: 'save a follow-up',
    about: 'durable: contact made, next one planned, list and trail',
    run: (bench) => {
      const sql = `SELECT r.lead_id FROM lead_list r WHERE r.owner_id = ? AND r.status = 'open' AND r.due_on < '9999' ORDER BY n`
      const [next, nextRaw] = [turns(bench, sql), turns(bench, sql)]
      const raw = rawSave(bench.db)
      const { staffId } = bench
      return compare(
        () =>
          bench.asSalesperson('followUps.log', {
            leadId: next(),
            method: 'call',
            outcome: 'reached',
            note: '约周六到店看车',
            doneAt: null,
            nextDueOn: NEXT,
          }),
        () => raw({ leadId: nextRaw(), staffId, at: NOW, today: TODAY, next: NEXT }),
        { ...USUAL, by: 'wall' },
      )
    },
  },
]
