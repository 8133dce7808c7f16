import { QueryClientProvider } from '@tanstack/react-query'
import { queryClient } from '../api/query-client.ts'
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
      </Dress>
    </QueryClientProvider>
  )
}
