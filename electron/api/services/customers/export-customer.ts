import { strToU8, zipSync } from 'fflate'
import { findErasure } from '../../../../db/person/erased-subjects.ts'
import { namesBehind, type PersonRecords, readPersonRecords } from '../../../../db/person/person-records.ts'
import { appendAudit } from '../../../../db/repositories/audit-trail.ts'
import { findCustomer } from '../../../../db/repositories/customers.ts'
import { findStore } from '../../../../db/repositories/store.ts'
import type { OutputOf, ParsedInputOf } from '../../../../shared/contract/contract.ts'
import { Refusal } from '../../../../shared/contract/failure.ts'
import { fileName } from '../../../../shared/domain/export/names.ts'
import { personPage } from '../../../../shared/domain/export/person-page.ts'
import { dateTimeCell } from '../../../../shared/domain/export/sheet.ts'
import { formatInstant } from '../../../../shared/values/business-date.ts'
import type { Context } from '../../context.ts'
import { wordsOf } from '../exports/export-words.ts'
import { personTables } from './person-tables.ts'

type Asked = ParsedInputOf<'customers.export'>

/** Everything on file about one customer, to be handed to them: one archive of `customer.json` and `customer.html`. */
export function exportCustomer(context: Context, asked: Asked): OutputOf<'customers.export'> {
  const { db, me, now, today } = context
  const { customerId, words } = asked
  return db
    .transaction(() => {
      const customer = findCustomer(db, customerId)
      if (customer === null) throw new Refusal('not_found')
      if (findErasure(db, customerId) !== null) throw new Refusal('person_erased')
      const records = readPersonRecords(db, customerId)
      const names = namesBehind(db, records)
      const archive = zipSync(
        {
          'customer.json': strToU8(`${JSON.stringify(asJson(context, records, names), null, 2)}\n`),
          'customer.html': strToU8(asPage(context, asked, customer.name, { records, names })),
        },
        { mtime: new Date(now) },
      )
      appendAudit(db, { at: now, staffId: me.id, operation: 'customers.export', subject: customerId })
      return {
        fileName: fileName([words.app, words.title, customer.name, today], 'zip'),
        mime: 'application/zip',
        contentBase64: Buffer.from(archive).toString('base64'),
        rows: Object.values(records).reduce((sum, rows) => sum + rows.length, 0),
      }
    })
    .immediate()
}

/** Moments with the showroom's offset, so that any program reads them; everything else as the store has it. */
function asJson({ db, now, timeZone }: Context, records: PersonRecords, names: ReadonlyMap<string, string>): object {
  const readable = Object.entries(records).map(([table, rows]) => [
    table,
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          typeof value === 'number' && (column === 'at' || column.endsWith('_at'))
            ? formatInstant(value, timeZone)
            : value,
        ]),
      ),
    ),
  ])
  return {
    form: 'ninepoint-person/1',
    exportedAt: formatInstant(now, timeZone),
    store: findStore(db)?.name ?? null,
    timeZone,
    names: Object.fromEntries(names),
    records: Object.fromEntries(readable),
  }
}

type Known = { readonly records: PersonRecords; readonly names: ReadonlyMap<string, string> }

function asPage(
  { db, now, timeZone }: Context,
  { language, words }: Asked,
  customerName: string,
  known: Known,
): string {
  const said = wordsOf(words)
  const nameOf = (id: string) => known.names.get(id) ?? id
  return personPage({
    language,
    title: `${words.title} · ${customerName}`,
    note: [findStore(db)?.name, dateTimeCell(now, timeZone), said.column('person.note')].filter(Boolean).join(' · '),
    nothing: said.column('person.nothing'),
    tables: personTables(known.records, { ...said, nameOf, timeZone }),
  })
}
