import {
  isDefault,
  LIGHT_KEYS,
  type LightKey,
  type Limits,
  type Thresholds,
  thresholdsWith,
} from '../../shared/domain/lights.ts'
import type { Db } from '../connection.ts'

type Row = Limits & { readonly key: string }

/** The limits of all lights: the defaults, and the store's own where it has some. */
export function readThresholds(db: Db): Thresholds {
  const rows = db.prepare<[], Row>('SELECT key, amber_from AS amberFrom, green_from AS greenFrom FROM thresholds').all()
  const own = rows.map(({ key, amberFrom, greenFrom }) => [key, { amberFrom, greenFrom }] as const)
  // A key that a newer program knows and this one does not is nobody's light here.
  return thresholdsWith(Object.fromEntries(own))
}

/** Keeps only what differs from the defaults, so that a default that is mended later reaches every store that never chose. */
export function saveThresholds(db: Db, limits: Readonly<Record<LightKey, Limits>>): void {
  const drop = db.prepare('DELETE FROM thresholds WHERE key = ?')
  const keep = db.prepare('INSERT INTO thresholds (key, amber_from, green_from) VALUES (@key, @amberFrom, @greenFrom)')
  for (const key of LIGHT_KEYS) {
    const { amberFrom, greenFrom } = limits[key]
    drop.run(key)
    if (!isDefault(key, limits[key])) keep.run({ key, amberFrom, greenFrom })
  }
}
