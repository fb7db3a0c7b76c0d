import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { Notices } from '../components/Notices.tsx'
import { SheetHost } from '../features/setup/SheetHost.tsx'
import type { LanguagePack } from '../i18n/languages.ts'
import { LookProvider } from '../look/LookProvider.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'
import { HelpHost } from './HelpHost.tsx'
import { ShellLink } from './ShellLink.tsx'
import { WorldGate } from './WorldGate.tsx'

export interface AppProps {
  readonly client: QueryClient
  readonly pack: LanguagePack
}

export function App({ client, pack }: AppProps) {
  return (
    <QueryClientProvider client={client}>
      <LookProvider pack={pack}>
        <ErrorBoundary>
          <Notices>
            <ShellLink />
            <HelpHost>
              <SheetHost>
                <WorldGate>
                  <Gate />
                </WorldGate>
              </SheetHost>
            </HelpHost>
          </Notices>
        </ErrorBoundary>
      </LookProvider>
    </QueryClientProvider>
  )
}
