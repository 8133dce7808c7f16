import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import type { Rule } from 'antd/es/form'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useRules } from '../../components/forms/use-rules.ts'
import { type CreateStoreValues, isBlank, NEW_ROLES, type PersonValues } from './create-store-values.ts'

/** The checks of one row; a row in which nothing was typed is left out and needs none. */
function useRowRules() {
  const rules = useRules()
  const { t } = useTranslation()
  const isUsed = (form: { getFieldValue: (name: (string | number)[]) => PersonValues }, row: number) =>
    !isBlank(form.getFieldValue(['people', row]))
  const neededIn =
    (row: number): Rule =>
    (form) =>
      isUsed(form, row) ? rules.required : {}
  const unique: Rule = ({ getFieldsValue }) => ({
    validator: (_, name?: string) => {
      const { owner, people } = getFieldsValue(true) as CreateStoreValues
      const names = [owner?.name, ...people.map((person) => person?.name)].map((one) => one?.trim())
      const isTwice = (name ?? '').trim() !== '' && names.filter((one) => one === name?.trim()).length > 1
      return isTwice ? Promise.reject(new Error(t('setup.duplicateName'))) : Promise.resolve()
    },
  })
  return { name: (row: number) => [neededIn(row), unique], pin: (row: number) => [neededIn(row), rules.pin] }
}

/** Name, role, PIN; Enter goes on to the next person. */
export function PeopleFields() {
  const { t } = useTranslation()
  const rowRules = useRowRules()
  const roles = NEW_ROLES.map((value) => ({ value, label: t(`codes.role.${value}`) }))
  return (
    <section aria-labelledby="entry-people">
      <h2 id="entry-people">{t('setup.peopleTitle')}</h2>
      <p className="entry-lead">{t('setup.peopleNote')}</p>
      <Form.List name="people">
        {(rows, { add, remove }) => {
          const addRow = () => {
            add({ role: 'salesperson' })
            const id = `people_${rows.length}_name`
            requestAnimationFrame(() => document.getElementById(id)?.focus())
          }
          const onEnter = (event: KeyboardEvent) => {
            event.preventDefault()
            addRow()
          }
          return (
            <>
              {rows.map(({ key, name: row }) => (
                <div className="entry-row" key={key}>
                  <Form.Item className="entry-grow" name={[row, 'name']} rules={rowRules.name(row)}>
                    <Input
                      maxLength={40}
                      placeholder={t('setup.personName')}
                      aria-label={t('setup.personName')}
                      autoComplete="off"
                    />
                  </Form.Item>
                  <Form.Item name={[row, 'role']} style={{ width: '9.375rem' }}>
                    <Select options={roles} aria-label={t('setup.role')} />
                  </Form.Item>
                  <Form.Item style={{ width: '10.625rem' }} name={[row, 'pin']} rules={rowRules.pin(row)}>
                    <Input
                      maxLength={6}
                      inputMode="numeric"
                      autoComplete="off"
                      placeholder={t('setup.pin')}
                      aria-label={t('setup.pin')}
                      onPressEnter={onEnter}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('setup.removeRow', { row: row + 1 })}
                    onClick={() => remove(row)}
                  />
                </div>
              ))}
              <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={addRow}>
                {t('setup.addPerson')}
              </Button>
            </>
          )
        }}
      </Form.List>
    </section>
  )
}
