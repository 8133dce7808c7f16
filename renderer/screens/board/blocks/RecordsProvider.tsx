import { Drawer } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Scope } from '../../../../shared/contract/board.ts'
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
  return (
    <RecordsContext value={setOpened}>
      {children}
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={720}
        destroyOnHidden
        title={opened === null ? '' : titleOf(opened)}
      >
        {opened !== null && (
          <RecordsList scope={{ ...scope, staffId: opened.staffId ?? scope.staffId }} opened={opened} />
        )}
      </Drawer>
    </RecordsContext>
  )
}
