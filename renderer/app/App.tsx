import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { Frame } from './Frame.tsx'

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={zhCN}>
        <Frame />
      </ConfigProvider>
    </QueryClientProvider>
  )
}
