import { useState } from 'react'
import { type BusinessDate, type Month, monthOf } from '../../../shared/values/business-date.ts'
import { useSession } from '../../api/session.ts'

/** The month being edited, beginning with the showroom's present one. */
export function useMonth() {
  const { today } = useSession()
  const thisMonth = monthOf(today as BusinessDate)
  const [month, setMonth] = useState<Month>(thisMonth)
  return { month, setMonth, thisMonth }
}
