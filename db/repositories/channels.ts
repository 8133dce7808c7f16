import type { ChannelGroup } from '../../shared/values/vocabulary.ts'
import type { Db } from '../connection.ts'

export type Channel = { readonly id: string; readonly name: string; readonly group: ChannelGroup }

/** By group, the store's own door first, then in the order they were added. */
const ORDER = `CASE c."group" WHEN 'walk_in' THEN 1 WHEN 'referral' THEN 2 ELSE 3 END, c.rowid`

export function listChannels(db: Db): Channel[] {
  return db.prepare<[], Channel>(`SELECT c.id, c.name, c."group" FROM channels c ORDER BY ${ORDER}`).all()
}

export function findChannel(db: Db, id: string): Channel | null {
  return db.prepare<[string], Channel>('SELECT id, name, "group" FROM channels WHERE id = ?').get(id) ?? null
}

export function saveChannel(db: Db, channel: Channel): void {
  db.prepare(
    `INSERT INTO channels (id, name, "group") VALUES (@id, @name, @group)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, "group" = excluded."group"`,
  ).run(channel)
}

export type ChannelCost = Channel & { readonly costFen: number | null }

/** Every channel with what it cost in the month, in whole fen; null where nobody has said. */
export function listChannelCosts(db: Db, month: string): ChannelCost[] {
  return db
    .prepare<[string], ChannelCost>(
      `SELECT c.id, c.name, c."group", k.cost_fen AS costFen FROM channels c
       LEFT JOIN channel_costs k ON k.channel_id = c.id AND k.month = ? ORDER BY ${ORDER}`,
    )
    .all(month)
}

/** Null takes the entry back: not known is not the same as nothing. */
export function saveChannelCost(db: Db, channelId: string, month: string, costFen: number | null): void {
  if (costFen === null) {
    db.prepare('DELETE FROM channel_costs WHERE channel_id = ? AND month = ?').run(channelId, month)
    return
  }
  db.prepare(
    `INSERT INTO channel_costs (channel_id, month, cost_fen) VALUES (?, ?, ?)
     ON CONFLICT (channel_id, month) DO UPDATE SET cost_fen = excluded.cost_fen`,
  ).run(channelId, month, costFen)
}
