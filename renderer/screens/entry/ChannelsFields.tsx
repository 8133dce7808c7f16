import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CHANNEL_GROUPS } from '../../../shared/values/vocabulary.ts'

/** The channels a showroom begins with: the usual ones, to be changed at will. */
export function ChannelsFields() {
  const { t } = useTranslation()
  const groups = CHANNEL_GROUPS.map((value) => ({ value, label: t(`codes.channelGroup.${value}`) }))
  return (
    <section className="entry-section" aria-labelledby="entry-channels">
      <h2 id="entry-channels">{t('setup.channelsTitle')}</h2>
      <p className="entry-lead">{t('setup.channelsNote')}</p>
      <Form.List name="channels">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: row }) => (
              <div className="entry-row" key={key}>
                <Form.Item className="entry-grow" name={[row, 'name']}>
                  <Input maxLength={40} placeholder={t('setup.channelName')} aria-label={t('setup.channelName')} />
                </Form.Item>
                <Form.Item name={[row, 'group']} style={{ width: '9.375rem' }}>
                  <Select options={groups} aria-label={t('setup.channelGroup')} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('setup.removeRow', { row: row + 1 })}
                  onClick={() => remove(row)}
                />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add({ group: 'outbound' })}>
              {t('setup.addChannel')}
            </Button>
          </>
        )}
      </Form.List>
    </section>
  )
}
