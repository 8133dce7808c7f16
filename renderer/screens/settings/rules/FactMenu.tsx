import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FactName } from '../../../../shared/domain/screening/facts.ts'

type Props = {
  readonly facts: readonly FactName[]
  readonly text: string
  readonly label: string
  readonly onPick: (fact: FactName) => void
  readonly isQuiet?: boolean
}

/** What can be asked of a customer, to choose from. */
export function FactMenu({ facts, text, label, onPick, isQuiet = false }: Props) {
  const { t } = useTranslation()
  return (
    <Dropdown
      trigger={['click']}
      disabled={facts.length === 0}
      menu={{
        items: facts.map((fact) => ({ key: fact, label: t(`rules.fact.${fact}`) })),
        onClick: ({ key }) => {
          const picked = facts.find((fact) => fact === key)
          if (picked !== undefined) onPick(picked)
        },
      }}
    >
      <Button size="small" type={isQuiet ? 'text' : 'default'} icon={<PlusOutlined aria-hidden />} aria-label={label}>
        {text}
      </Button>
    </Dropdown>
  )
}
