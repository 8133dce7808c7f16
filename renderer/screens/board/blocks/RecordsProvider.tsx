import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Scope } from '../../../../shared/contract/board.ts'
import { RecordsExport } from './RecordsExport.tsx'
import { RecordsList } from './RecordsList.tsx'
import { RecordsContext, type RecordsRef } from './records-context.ts'
import { useRecordsTitle } from './use-records-title.ts'

type Props = {
  readonly scope: Scope
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly { readonly staffId: string; readonly name: string }[]
  readonly children: ReactNode
}

/** Lets every count below open the records that make it, in a drawer beside the figures. */
export function RecordsProvider({ scope, channels, people, children }: Props) {
  const [opened, setOpened] = useState<RecordsRef | null>(null)
  const titleOf = useRecordsTitle(channels, people)
  const title = opened === null ? '' : titleOf(opened)
  const ofPerson = { ...scope, staffId: opened?.staffId ?? scope.staffId }
  return (
    <RecordsContext value={setOpened}>
      {children}
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={720}
        destroyOnHidden
        title={title}
        extra={opened !== null && <RecordsExport scope={ofPerson} opened={opened} title={title} />}
      >
        {opened !== null && <RecordsList scope={ofPerson} opened={opened} />}
      </Drawer>
    </RecordsContext>
  )
}
