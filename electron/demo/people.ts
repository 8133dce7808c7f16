import type { Grade } from '../../shared/values/grade.ts'

/** One salesperson as a set of habits; the board's story is told by these numbers and nothing else. */
export type Salesperson = {
  readonly id: string
  readonly name: string
  /** Follow-ups a day. */
  readonly capacity: number
  /** Share of the visitors, and of the leads that are handed out, relative to the others. */
  readonly receives: number
  readonly takes: number
  /** The chance that a visitor leaves a contact. */
  readonly captures: number
  /** The chance that a lead is never worked, by its first grade. */
  readonly neglects: Readonly<Record<Grade, number>>
  /** The chance that a due follow-up is made on or before its day, and how many days late it is otherwise. */
  readonly onTime: number
  readonly lateDays: number
  /** Factor on the chance to close. */
  readonly closes: number
  /** Writes up days of work in one go at closing time, with the same few sentences. */
  readonly writesInBursts: boolean
}

const usual = { A: 0.06, B: 0.18, C: 0.3, D: 0.4 } as const

/** s2 hardly ever gets a contact; s3 writes up the same words in bursts; s4 has more leads than hours. */
export const SALESPEOPLE: readonly Salesperson[] = [
  {
    id: 's1',
    name: '陈雨桐',
    capacity: 4,
    receives: 21,
    takes: 10,
    captures: 0.395,
    neglects: usual,
    onTime: 0.94,
    lateDays: 3,
    closes: 1.1,
    writesInBursts: false,
  },
  {
    id: 's2',
    name: '王浩然',
    capacity: 4,
    receives: 21,
    takes: 22,
    captures: 0.2,
    neglects: { A: 0.08, B: 0.2, C: 0.32, D: 0.4 },
    onTime: 0.91,
    lateDays: 3,
    closes: 1,
    writesInBursts: false,
  },
  {
    id: 's3',
    name: '李思琪',
    capacity: 5,
    receives: 20,
    takes: 8,
    captures: 0.38,
    neglects: { A: 0.02, B: 0.06, C: 0.08, D: 0.15 },
    onTime: 0.98,
    lateDays: 1,
    closes: 1.05,
    writesInBursts: true,
  },
  {
    id: 's4',
    name: '赵建国',
    capacity: 4,
    receives: 20,
    takes: 60,
    captures: 0.395,
    neglects: { A: 0.16, B: 0.36, C: 0.5, D: 0.6 },
    onTime: 0.74,
    lateDays: 9,
    closes: 0.95,
    writesInBursts: false,
  },
  {
    id: 's5',
    name: '周敏',
    capacity: 4,
    receives: 18,
    takes: 12,
    captures: 0.38,
    neglects: usual,
    onTime: 0.92,
    lateDays: 4,
    closes: 1,
    writesInBursts: false,
  },
]

export const RECEPTION = { id: 'r1', name: '孙晓' } as const
export const MANAGER = { id: 'm1', name: '刘志远' } as const
export const OWNER = { id: 'o1', name: '黄国栋' } as const
