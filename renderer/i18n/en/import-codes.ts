import type { Words } from '../words.ts'
import type { importCodes as zh } from '../zh/import-codes.ts'

const field: Words<typeof zh.field> = {
  date: 'Date',
  time: 'Time of arrival',
  kind: 'Visit / phone-in',
  number: 'Number',
  name: 'Customer name',
  phone: 'Phone',
  wechat: 'WeChat id',
  gender: 'Gender',
  city: 'City / region',
  partySize: 'Party size',
  firstVisit: 'First / again',
  channel: 'Channel',
  brand: 'Brand',
  model: 'Model',
  grade: 'Grade',
  horizon: 'Purchase horizon',
  budget: 'Budget',
  competitor: 'Competitor',
  testDrive: 'Test drive',
  receivedBy: 'Person',
  status: 'Status (open, won, lost)',
  closedOn: 'Date won / lost',
  lossReason: 'Loss reason',
  nextOn: 'Next follow-up on',
  deliveredOn: 'Delivered on',
  price: 'Price',
  grossProfit: 'Gross profit',
  followUp: 'Follow-up remarks',
  note: 'Note',
}

const fieldOf: Words<typeof zh.fieldOf> = {
  visits: { date: 'Date of visit', receivedBy: 'Received by' },
  leads: { date: 'Date captured', receivedBy: 'Salesperson in charge' },
  sales: { date: 'Date of order', receivedBy: 'Sold by' },
}

const meaningOf: Words<typeof zh.meaningOf> = {
  channel: 'Channels: which of yours each is',
  receivedBy: 'People: which colleague each is',
  status: 'Status: which are open, won, lost',
  lossReason: 'Loss reasons: which kind each is',
  firstVisit: 'First / again: how it is written',
  grade: 'Grades: which of your slots each is',
  kind: 'Visit / phone-in: how it is written',
  horizon: 'Purchase horizon: how soon they mean to buy',
  testDrive: 'Test drives: what means that it was done',
  gender: 'Gender: how it is written',
  model: 'Models: which are the same',
}

const leftOut: Words<typeof zh.leftOut> = {
  title: 'Title row',
  empty: 'Empty row',
  subtotal: 'Total or subtotal',
  repeated_header: 'Header repeated',
  repeated: 'Repeats an earlier row',
  no_date: 'No date, or only stray text',
  date_without_year: 'Date without a year, which cannot be told',
  bad_date: 'Date unreadable or not a real day',
  in_the_future: 'Date later than now',
  already_in_store: 'On file already',
  phone_on_file: 'Number on file (left out as you chose)',
  phone_on_other_name: 'Number stands on another name (left out as you chose)',
  nobody: 'No name, phone or number: nobody knows who',
  no_seller: 'Does not say who sold it, and no salesperson was chosen for such rows',
}

const flag: Words<typeof zh.flag> = {
  phone_unusable: 'Number incomplete, cannot be called: imported without a phone, the text kept in the note',
  other_name: 'One number with different names: please check whether it is one customer',
  time_unreadable: 'Time unreadable: imported as 12 noon, the text kept in the note',
  party_unreadable: 'Party size unreadable: left empty, the text kept in the note',
  drive_without_person: 'Test drive without a colleague: no test drive recorded, the text kept in the note',
  note_says_deal: 'The remark speaks of an order or a deposit',
  note_says_loss: 'The remark speaks of a loss',
  price_unreadable: 'Amount unreadable: left empty, the text kept in the note',
  open_lead_on_file:
    'The customer already has an open lead and gets another; if that is not wanted, answer “leave these rows out” for numbers on file',
  deal_without_person: 'Won by nobody in particular: counted as won, without an order',
  close_unreadable: 'Date won / lost unreadable: counted on the day captured, the text kept in the note',
  closed_before_begun: 'Won / lost before it was captured: counted on the day captured, the text kept in the note',
}

const outcome: Words<typeof zh.outcome> = {
  captured: 'New lead',
  returning: 'Came again',
  anonymous: 'Not captured',
  lead: 'Open',
  won: 'Won',
  lost: 'Lost',
  sold: 'Order',
}

const cause: Words<typeof zh.cause> = {
  empty: 'The file is empty.',
  not_text: 'This is not a table. In Excel, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, then import it.',
  encoding: 'The text encoding is not recognised. In Excel, save it as “Excel Workbook (.xlsx)”, then import it.',
  workbook:
    'This workbook cannot be opened (an old .xls, or not saved completely). In Excel, save it as “Excel Workbook (.xlsx)”, then import it.',
  encrypted:
    'This workbook asks for a password. In Excel, remove it under File › Info › Protect Workbook, save, then import it.',
  too_big_inside:
    'This workbook is too large when unpacked. Copy the sheet you need into a new workbook as values only, save, then import it.',
  quote:
    'A quotation mark near line {{line}} has no partner. Open the file in Excel, save it as “Excel Workbook (.xlsx)”, then import it.',
  columns: 'More than 1000 columns. Please remove those not needed, or check the delimiter.',
  damaged:
    'The format near line {{line}} cannot be read. Open the file in Excel, save it as “Excel Workbook (.xlsx)”, then import it.',
  whole:
    'This file cannot be read: it is damaged or too involved. Open it in Excel, save it as “Excel workbook (.xlsx)”, and import that.',
  nothing: 'There is no row to import.',
}

const phase: Words<typeof zh.phase> = {
  reading: 'Reading the file',
  planning: 'Going through the rows',
  backing_up: 'Backing up',
  writing: 'Writing',
  undoing: 'Undoing',
}

export const importCodes: Words<typeof zh> = { field, fieldOf, meaningOf, leftOut, flag, outcome, cause, phase }
