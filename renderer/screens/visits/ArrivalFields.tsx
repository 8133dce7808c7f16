import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { SALES } from '../../../shared/contract/operation.ts'
import { VISIT_KINDS, VISIT_PURPOSES } from '../../../shared/values/vocabulary.ts'
import { useRead } from '../../api/use-read.ts'
import { ChoiceButtons } from '../../components/floor/ChoiceButtons.tsx'
import { StaffSelect } from '../../components/floor/StaffSelect.tsx'
import { WhenInput } from '../../components/floor/WhenInput.tsx'
import { CountInput } from '../../components/forms/CountInput.tsx'

/** Showroom or phone, first or again, to buy or not: three presses at most, none in the usual case. */
export function WhatFields({ withFirst }: { readonly withFirst: boolean }) {
  const { t } = useTranslation()
  return (
    <div className="vs-what">
      <Form.Item name="kind">
        <ChoiceButtons
          ariaLabel={t('visits.form.kind')}
          choices={VISIT_KINDS.map((value) => ({ value, label: t(`codes.visitKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="purpose">
        <ChoiceButtons
          ariaLabel={t('visits.form.purpose')}
          choices={VISIT_PURPOSES.map((value) => ({ value, label: t(`codes.visitPurpose.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="first" hidden={!withFirst}>
        <ChoiceButtons
          ariaLabel={t('visits.form.first')}
          choices={[
            { value: 'first', label: t('visits.form.firstYes') },
            { value: 'again', label: t('visits.form.firstNo') },
          ]}
        />
      </Form.Item>
    </div>
  )
}

export function WhereFromFields({ mayBeNow }: { readonly mayBeNow: boolean }) {
  const { t } = useTranslation()
  const channels = useRead('channels.list', {}).data?.channels ?? []
  return (
    <>
      <Form.Item name="channelId" label={t('visits.form.channel')}>
        <ChoiceButtons
          ariaLabel={t('visits.form.channel')}
          choices={channels.map(({ id, name, group }) => ({
            value: id,
            label: name,
            hint: t(`codes.channelGroup.${group}`),
          }))}
        />
      </Form.Item>
      <div className="fl-two">
        <Form.Item name="partySize" label={t('visits.form.party')}>
          <PartyInput />
        </Form.Item>
        <Form.Item name="receivedBy" label={t('visits.form.receivedBy')}>
          <StaffSelect
            roles={SALES}
            allowClear
            ariaLabel={t('visits.form.receivedBy')}
            placeholder={t('visits.form.receivedByNone')}
          />
        </Form.Item>
        <Form.Item name="arrivedAt" label={t('visits.form.arrivedAt')} layout="horizontal" className="vs-wide">
          <WhenInput ariaLabel={t('visits.form.arrivedAt')} mayBeNow={mayBeNow} />
        </Form.Item>
        <Form.Item name="note" label={t('visits.form.note')} className="vs-wide">
          <Input maxLength={400} autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}

const USUAL_PARTIES = [1, 2, 3, 4] as const

type PartyProps = { readonly value?: number | null; readonly onChange?: (size: number | null) => void }

export function PartyInput({ value = null, onChange }: PartyProps) {
  const { t } = useTranslation()
  return (
    <div className="vs-party">
      <ChoiceButtons
        ariaLabel={t('visits.form.party')}
        choices={USUAL_PARTIES.map((size) => ({ value: size, label: String(size) }))}
        value={USUAL_PARTIES.find((size) => size === value) ?? null}
        onChange={(size) => onChange?.(size)}
      />
      <div className="vs-party-more">
        <CountInput
          min={1}
          max={99}
          ariaLabel={t('visits.form.partyMore')}
          value={value !== null && value > USUAL_PARTIES.length ? value : null}
          placeholder="5+"
          onChange={(size) => onChange?.(size)}
        />
      </div>
    </div>
  )
}
