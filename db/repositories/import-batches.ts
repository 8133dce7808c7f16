import type { ImportKind } from '../../shared/domain/import/fields.ts'
import type { BusinessDate, Instant } from '../../shared/values/business-date.ts'
import type { Db } from '../connection.ts'

export type ImportBatch = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly importedAt: Instant
  readonly importedByName: string | null
  readonly rowCount: number
  readonly visits: number
  readonly leads: number
  readonly deals: number
  readonly from: BusinessDate | null
  readonly to: BusinessDate | null
  readonly undoneAt: Instant | null
}

/** The days of a batch are those of its rows: arrivals, captures or orders. */
function edge(which: 'min' | 'max'): string {
  return `
    CASE b.kind
      WHEN 'visits' THEN (SELECT ${which}(v.arrived_on) FROM visits v WHERE v.batch_id = b.id)
      WHEN 'leads' THEN (SELECT ${which}(l.created_on) FROM leads l WHERE l.batch_id = b.id)
      ELSE (SELECT ${which}(d.ordered_on) FROM deals d WHERE d.batch_id = b.id)
    END`
}

const SELECT = `
  SELECT b.id, b.kind, b.file_name AS fileName, b.imported_at AS importedAt, s.name AS importedByName,
    b.row_count AS rowCount,
    (SELECT count(*) FROM visits v WHERE v.batch_id = b.id) AS visits,
    (SELECT count(*) FROM leads l WHERE l.batch_id = b.id) AS leads,
    (SELECT count(*) FROM deals d WHERE d.batch_id = b.id) AS deals,
    ${edge('min')} AS "from", ${edge('max')} AS "to",
    b.undone_at AS undoneAt
  FROM import_batches b LEFT JOIN staff s ON s.id = b.imported_by`

/** Newest first. What was taken out again stays listed, with nothing left in it. */
export function listBatches(db: Db): ImportBatch[] {
  return db.prepare<[], ImportBatch>(`${SELECT} ORDER BY b.imported_at DESC, b.rowid DESC`).all()
}

export function findBatch(db: Db, id: string): ImportBatch | null {
  return db.prepare<[string], ImportBatch>(`${SELECT} WHERE b.id = ?`).get(id) ?? null
}

/** The batch that read this very file in, if it has not been undone. */
export function findLiveBatch(db: Db, sha256: string): { batchId: string; importedAt: Instant } | null {
  return (
    db
      .prepare<[string], { batchId: string; importedAt: Instant }>(
        `SELECT id AS batchId, imported_at AS importedAt FROM import_batches
         WHERE file_hash = ? AND undone_at IS NULL ORDER BY imported_at DESC LIMIT 1`,
      )
      .get(sha256) ?? null
  )
}
