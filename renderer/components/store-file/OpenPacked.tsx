import { Button, Form, Input, Radio } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts'
import type { StorePreview } from '../../../shared/contract/store-file.ts'
import { hasShell, hearShell, tellShell } from '../../api/shell.ts'
import { useAct } from '../../api/use-act.ts'
import { useRead } from '../../api/use-read.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useRules } from '../forms/use-rules.ts'
import { FailureNotice } from '../ui/FailureNotice.tsx'
import { Loaded } from '../ui/Page.tsx'
import './store-file.css'
import { useStoreTexts } from './use-store-texts.ts'

/** The packed files that lie ready, and the password of the one that is chosen. */
export function OpenPacked({ onOpened }: { readonly onOpened: (preview: StorePreview) => void }) {
  const { t } = useTranslation()
  const packed = useRead('store.packed', {})
  const { refetch } = packed
  useEffect(() => hearShell((ask) => ask.kind === 'store_file' && void refetch()), [refetch])
  return (
    <Loaded read={packed}>
      {(data) => (
        <>
          <p className="np-muted">{t('data.bring.text')}</p>
          <div className="np-store-acts">
            {hasShell && (
              <Button type="primary" onClick={() => tellShell({ kind: 'choose_packed' })}>
                {t('data.bring.choose')}
              </Button>
            )}
            <Button onClick={() => void refetch()}>{t('data.bring.again')}</Button>
          </div>
          {data.files.length === 0 ? <NoneYet folder={data.folder} /> : <PackedForm {...data} onOpened={onOpened} />}
        </>
      )}
    </Loaded>
  )
}

function NoneYet({ folder }: { readonly folder: string }) {
  const { t } = useTranslation()
  return (
    <div className="np-store-none">
      <strong>{t('data.bring.none')}</strong>
      <p className="np-muted">{t('data.bring.noneHint')}</p>
      <code className="np-store-path">{folder}</code>
    </div>
  )
}

type FormProps = OutputOf<'store.packed'> & { readonly onOpened: (preview: StorePreview) => void }

function PackedForm({ files, onOpened }: FormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<InputOf<'store.openPacked'>>()
  const format = useFormats()
  const texts = useStoreTexts()
  const rules = useRules()
  const open = useAct('store.openPacked')
  const newest = files[0]?.id ?? ''
  useEffect(() => form.setFieldsValue({ id: newest }), [form, newest])
  const options = files.map(({ id, file, bytes, savedAt, isOffered }) => ({
    value: id,
    label: (
      <>
        {file}{' '}
        <span className="np-muted">
          {texts.size(bytes)} · {format.fullDateTime(savedAt)}
          {isOffered && ` · ${t('data.bring.offered')}`}
        </span>
      </>
    ),
  }))
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ id: newest, password: '' }}
      onFinish={(input) => open.mutate(input, { onSuccess: onOpened })}
    >
      <Form.Item name="id" label={t('data.bring.file')}>
        <Radio.Group className="np-store-files" options={options} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('data.bring.password')}
        rules={[rules.required]}
        extra={open.isPending ? t('data.bring.opening') : undefined}
      >
        <Input.Password autoComplete="off" />
      </Form.Item>
      <FailureNotice error={open.error} />
      <Button type="primary" htmlType="submit" loading={open.isPending}>
        {t('data.bring.open')}
      </Button>
    </Form>
  )
}
