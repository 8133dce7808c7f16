import { Form, Radio, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { GradeTag } from '../../../components/ui/GradeTag.tsx'
import { LightTag } from '../../../components/ui/LightTag.tsx'
import { LANGUAGES } from '../../../i18n/i18n.ts'
import { useFormats } from '../../../i18n/use-formats.ts'
import { DENSITIES, TEXT_SIZES, THEME_CHOICES, usePreferences } from '../../../stores/preferences.ts'

/** How the program looks on this PC. Applies at once: whoever cannot read the screen should not have to look for a button. */
export function AppearanceSettings() {
  const { t } = useTranslation()
  const chosen = usePreferences()
  return (
    <div className="settings-panel">
      <p className="settings-note">{t('device.appearance.note')}</p>
      <Form layout="vertical">
        <Choice
          label={t('device.appearance.language')}
          value={chosen.language}
          onChoose={chosen.setLanguage}
          choices={LANGUAGES}
          nameOf={(one) => t(`common.language.${one}`)}
        />
        <Choice
          label={t('device.appearance.theme')}
          value={chosen.theme}
          onChoose={chosen.setTheme}
          choices={THEME_CHOICES}
          nameOf={(one) => t(`common.header.${one}`)}
        />
        <Choice
          label={t('device.appearance.textSize')}
          hint={t('device.appearance.textSizeHint')}
          value={chosen.textSize}
          onChoose={chosen.setTextSize}
          choices={TEXT_SIZES}
          nameOf={(one) => t(`device.textSize.${one}`)}
        />
        <Choice
          label={t('device.appearance.density')}
          hint={t('device.appearance.densityHint')}
          value={chosen.density}
          onChoose={chosen.setDensity}
          choices={DENSITIES}
          nameOf={(one) => t(`device.density.${one}`)}
        />
      </Form>
      <Sample />
    </div>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly choices: readonly T[]
  readonly onChoose: (one: T) => void
  readonly nameOf: (one: T) => string
}

function Choice<T extends string>({ label, hint, value, choices, onChoose, nameOf }: ChoiceProps<T>) {
  return (
    <Form.Item label={label} extra={hint}>
      <Radio.Group
        optionType="button"
        aria-label={label}
        value={value}
        options={choices.map((one) => ({ value: one, label: nameOf(one) }))}
        onChange={({ target }) => {
          const one = choices.find((choice) => choice === target.value)
          if (one !== undefined) onChoose(one)
        }}
      />
    </Form.Item>
  )
}

const ROWS = [
  { bucket: 'A', light: 'red', count: 1200 },
  { bucket: 'B', light: 'amber', count: 340 },
  { bucket: 'C', light: 'green', count: 56 },
] as const

function Sample() {
  const { t } = useTranslation()
  const format = useFormats()
  return (
    <section aria-label={t('device.appearance.sample')}>
      <p className="settings-note">{t('device.appearance.sampleHint')}</p>
      <Table
        size="middle"
        rowKey="bucket"
        pagination={false}
        dataSource={ROWS}
        columns={[
          { title: t('device.appearance.sampleGrade'), render: (_, { bucket }) => <GradeTag bucket={bucket} /> },
          { title: t('device.appearance.sampleLight'), render: (_, { light }) => <LightTag light={light} /> },
          {
            title: t('device.appearance.sampleCount'),
            align: 'right',
            render: (_, { count }) => <span className="np-num">{format.count(count)}</span>,
          },
        ]}
      />
    </section>
  )
}
