import type { FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FieldFault } from '../../../shared/contract/failure.ts'
import type { ApiFailure } from '../../api/api-failure.ts'

type FieldName = readonly (string | number)[]

/** `people.0.name` -> ['people', 0, 'name'], as Ant Design names fields. */
function nameOf(path: string): FieldName {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** Lays a refusal's faults on the fields of the form. True when every fault found its field, so that nothing is left to say. */
export function useSetFaults(form: FormInstance, fieldOf: (path: string) => FieldName = nameOf) {
  const { t, i18n } = useTranslation()
  const sentenceOf = ({ code }: FieldFault) => {
    const key = `issue.${code}`
    return i18n.exists(key) ? t(key as 'issue.invalid') : t('issue.invalid')
  }
  return ({ failure }: ApiFailure): boolean => {
    if (failure.fields.length === 0) return false
    const faults = failure.fields.map((fault) => ({ name: fieldOf(fault.path), errors: [sentenceOf(fault)] }))
    form.setFields(faults.map(({ name, errors }) => ({ name: [...name], errors })))
    const first = faults[0]
    if (first !== undefined) form.scrollToField([...first.name], { focus: true, block: 'nearest' })
    return faults.every(({ name }) => form.getFieldInstance([...name]) !== undefined)
  }
}
