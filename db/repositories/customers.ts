import type { BusinessDate } from '../../shared/values/business-date.ts'
import { phoneKey } from '../../shared/values/phone.ts'
import type { Db } from '../connection.ts'

export type Customer = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly wechat: string | null
  readonly gender: string | null
  readonly city: string | null
  readonly note: string | null
}

const COLUMNS = 'id, name, phone, wechat, gender, city, note'

export function insertCustomer(db: Db, customer: Customer, createdAt: number): void {
  db.prepare(
    `INSERT INTO customers (${COLUMNS}, phone_key, created_at)
     VALUES (@id, @name, @phone, @wechat, @gender, @city, @note, @phoneKey, @createdAt)`,
  ).run({ ...customer, phoneKey: phoneKey(customer.phone), createdAt })
}

export function updateCustomer(db: Db, customer: Customer): void {
  db.prepare(
    `UPDATE customers SET name = @name, phone = @phone, wechat = @wechat, gender = @gender, city = @city, note = @note,
       phone_key = @phoneKey WHERE id = @id`,
  ).run({ ...customer, phoneKey: phoneKey(customer.phone) })
}

export function findCustomer(db: Db, id: string): Customer | null {
  return db.prepare<[string], Customer>(`SELECT ${COLUMNS} FROM customers WHERE id = ?`).get(id) ?? null
}

export function findCustomersByPhone(db: Db, key: string): Customer[] {
  return db
    .prepare<[string], Customer>(`SELECT ${COLUMNS} FROM customers WHERE phone_key = ? ORDER BY created_at LIMIT 20`)
    .all(key)
}

/** A WeChat id is the same in capital and in small letters. The index holds those who have one, and is only taken where that is said. */
export function findCustomersByWechat(db: Db, wechat: string): Customer[] {
  return db
    .prepare<[string], Customer>(
      `SELECT ${COLUMNS} FROM customers WHERE wechat IS NOT NULL AND lower(wechat) = lower(?)
       ORDER BY created_at LIMIT 20`,
    )
    .all(wechat)
}

export type CustomerLead = {
  readonly leadId: string
  readonly bucket: string
  readonly model: string | null
  readonly createdOn: BusinessDate
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly hasFirstVisit: boolean
}

/** A customer's purchase intents, newest first. */
export function listLeadsOfCustomer(db: Db, customerId: string): CustomerLead[] {
  return db
    .prepare<[string], Omit<CustomerLead, 'hasFirstVisit'> & { hasFirstVisit: number }>(
      `SELECT l.id AS leadId, h.to_bucket AS bucket, l.model, l.created_on AS createdOn, h.owner_id AS ownerId,
              s.name AS ownerName,
              EXISTS (SELECT 1 FROM visits v WHERE v.lead_id = l.id AND v.kind = 'showroom' AND v.purpose = 'purchase'
                      AND v.first_visit = 1 AND v.voided_at IS NULL) AS hasFirstVisit
       FROM leads l
       JOIN lead_history h ON h.lead_id = l.id AND h.until_on = '9999-12-31'
       LEFT JOIN staff s ON s.id = h.owner_id
       WHERE l.customer_id = ? ORDER BY l.created_at DESC`,
    )
    .all(customerId)
    .map((row) => ({ ...row, hasFirstVisit: row.hasFirstVisit === 1 }))
}
