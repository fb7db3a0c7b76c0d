/** A page or a main process spoken to over the DevTools protocol: raw, so that measuring adds as little as can be. */
export interface DevTools {
  send(method: string, params?: object): Promise<unknown>
  /** Value of an expression; promises are awaited. @throws when it throws, or when the page is left meanwhile. */
  evaluate(expression: string): Promise<unknown>
  close(): void
}

interface Answer {
  readonly id?: number
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: object }
  readonly error?: { readonly message: string }
}

export async function connectDevTools(url: string): Promise<DevTools> {
  const socket = new WebSocket(url)
  await new Promise<void>((done, fail) => {
    socket.onopen = () => done()
    socket.onerror = () => fail(new Error(`no DevTools at ${url}`))
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  let count = 0
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const answer = JSON.parse(data) as Answer
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  }
  const gone: Answer = { error: { message: 'the connection ended' } }
  socket.onclose = () => {
    for (const answer of waiting.values()) answer(gone)
  }
  async function send(method: string, params: object = {}): Promise<unknown> {
    count += 1
    const id = count
    const answer = await new Promise<Answer>((done) => {
      waiting.set(id, done)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  }
  return {
    send,
    async evaluate(expression) {
      const params = { expression, awaitPromise: true, returnByValue: true }
      const result = (await send('Runtime.evaluate', params)) as Answer['result']
      if (result?.exceptionDetails) throw new Error(`in the page: ${JSON.stringify(result.exceptionDetails)}`)
      return result?.result?.value
    },
    close: () => socket.close(),
  }
}
