/** A store with one row of everything, as texts of the exchange format: tests change the cell they are about. */
export const SMALL_STORE: Readonly<Record<string, string>> = {
  'store.csv':
    'id,name,time_zone,open_weekdays,late_entry_minutes,response_minutes\nst,示例展厅,Asia/Shanghai,123456,60,30\n',
  'staff.csv': 'id,name,role,active,daily_capacity\ns1,王伟,salesperson,true,12\nm1,李芳,manager,true,\n',
  'channels.csv': 'id,group,name\nwalk,walk_in,自然到店\n',
  'channel_costs.csv': 'channel_id,month,cost\nwalk,2026-05,1000.50\n',
  'import_batches.csv':
    'id,kind,file_name,file_hash,imported_at,imported_by,row_count,undone_at,undone_by\nb1,leads,来店.csv,00ff,2026-05-01T08:00:00+08:00,m1,3,,\n',
  'customers.csv':
    'id,name,created_at,phone,wechat,gender,city,note,batch_id\nc1,张先生,2026-05-01T09:00:00+08:00,138-0013-8000,,,,,b1\n',
  'leads.csv':
    'id,customer_id,channel_id,created_at,model,horizon_months,selection_started,stage,expected_on,decider,number\n' +
    'l1,c1,walk,2026-05-01T09:00:00+08:00,轩逸,3,true,desire,2026-08-01,妻子,OP-1\nl2,c1,walk,2026-05-02T09:00:00+08:00,,,,,,,\n',
  'lead_events.csv':
    'id,lead_id,at,kind,value,by,reason\ne2,l1,2026-05-01T09:00:00+08:00,grade,C,s1,\ne1,l1,2026-05-01T09:00:00+08:00,grade,A,s1,\n' +
    'e3,l1,2026-05-01T09:05:00+08:00,owner,s1,m1,\ne4,l1,2026-05-03T09:00:00+08:00,status,won,s1,\n',
  'visits.csv':
    'id,arrived_at,logged_at,channel_id,kind,purpose,first_visit,party_size,received_by,lead_id,voided_at,voided_by,void_reason\n' +
    'v1,2026-05-01T23:30:00+08:00,2026-05-02T00:10:00+08:00,walk,showroom,purchase,true,2,s1,l1,,,\n' +
    'v2,2026-05-02T10:00:00+08:00,2026-05-02T10:00:00+08:00,walk,showroom,purchase,true,,s1,l1,2026-05-02T11:00:00+08:00,m1,重复\n',
  'follow_ups.csv':
    'id,lead_id,staff_id,due_on,first_due_on,done_at,logged_at,method,outcome,note,review,reviewed_by,reviewed_at,review_note\n' +
    'f1,l1,s1,2026-05-02,,2026-05-02T10:00:00+08:00,,call,reached,\u3000约了周六\u3000,approved,m1,2026-05-02T18:00:00+08:00,好\n' +
    'f2,l1,s1,2026-05-09,2026-05-08,,,,,,,,,\n',
  'deals.csv':
    'id,lead_id,staff_id,ordered_on,delivered_on,cancelled_on,model,price,gross_profit,number\nd1,l1,s1,2026-05-03,,,轩逸,150000.00,-20.05,DD-1\n',
  'loss_requests.csv':
    'id,lead_id,requested_at,requested_by,reason,decided_at,decided_by,decision\nr1,l2,2026-05-04T09:00:00+08:00,s1,price,,,\n',
  'targets.csv': 'month,staff_id,deals\n2026-05,,10\n2026-05,s1,4\n',
  'door_counts.csv': 'date,count\n2026-05-01,12\n',
  'market.csv': 'month,potential\n2026-05,3500\n',
}

/** The store with whole files replaced; null takes a file away. */
export function storeWith(changes: Readonly<Record<string, string | null>> = {}): ReadonlyMap<string, string> {
  const entries = Object.entries({ ...SMALL_STORE, ...changes })
  return new Map(entries.filter((entry): entry is [string, string] => entry[1] !== null))
}

/** The store with one text in one file replaced by another; the text must be there. */
export function storeWhere(file: string, from: string, to: string): ReadonlyMap<string, string> {
  const text = SMALL_STORE[file] ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  return storeWith({ [file]: text.replace(from, to) })
}
