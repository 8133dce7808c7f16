import type { HandlersOf } from '../context.ts'
import { eraseCustomer } from '../services/customers/erase-customer.ts'
import { previewErasure } from '../services/customers/erasure-preview.ts'
import { exportCustomer } from '../services/customers/export-customer.ts'

export const customerHandlers: HandlersOf<'customers'> = {
  'customers.export': exportCustomer,
  'customers.erasePreview': previewErasure,
  'customers.erase': eraseCustomer,
}
