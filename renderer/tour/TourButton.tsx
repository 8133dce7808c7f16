import { CompassOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSession } from '../api/session.ts'
import { useTour } from '../stores/tour.ts'

/** In the header of the demo, while no tour is on: begins it, or takes it up where it was left. */
export function TourButton() {
  const { t } = useTranslation()
  const { me } = useSession()
  const { asked, places, start } = useTour()
  if (asked !== null) return null
  return (
    <Button size="small" type="link" icon={<CompassOutlined aria-hidden />} onClick={() => start()}>
      {t((places[me.role] ?? 0) > 0 ? 'tour.resume' : 'tour.start')}
    </Button>
  )
}
