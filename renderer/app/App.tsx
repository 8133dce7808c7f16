import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from '../api/query-client.ts'
import { ClosingNotice } from './ClosingNotice.tsx'
import { CrashBoundary } from './CrashBoundary.tsx'
import { Dress } from './Dress.tsx'
import { Stage } from './Stage.tsx'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Dress>
        <CrashBoundary>
          <Stage />
        </CrashBoundary>
        <ClosingNotice />
      </Dress>
    </QueryClientProvider>
  )
}
