import { useTranslation } from 'react-i18next'
import { OWNER } from '../../../shared/contract/operation.ts'
import type { ImportKind, ValueField } from '../../../shared/domain/import/fields.ts'
import { useSession } from '../../api/session.ts'

/** What one has to know to answer for the values of a column. */
export function ValueHint({ field, kind }: { readonly field: ValueField; readonly kind: ImportKind }) {
  const { t } = useTranslation()
  const { can } = useSession()
  const hints = hintsOf(field, kind, can(OWNER)).map((key) => t(`imports.values.${key}`))
  if (hints.length === 0) return null
  return <p className="np-muted im-hint">{hints.join(' ')}</p>
}

function hintsOf(field: ValueField, kind: ImportKind, isOwner: boolean) {
  switch (field) {
    case 'receivedBy': {
      const nobody = kind === 'sales' ? 'nobodySales' : 'nobodyHint'
      return [nobody, isOwner ? 'newPeopleHint' : 'ownerOnlyHint'] as const
    }
    case 'grade':
      return ['slotHint'] as const
    case 'model':
      return ['modelHint'] as const
    case 'channel':
    case 'status':
    case 'lossReason':
    case 'firstVisit':
    case 'kind':
    case 'horizon':
    case 'testDrive':
    case 'gender':
      return [] as const
  }
}
