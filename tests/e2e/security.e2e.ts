// What the page may not do, tried in a real Electron.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/shell/appOrigin.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Bridge } from '../../shared/ipc/result.ts'
import { askRaw } from '../support/askDesk.ts'
import { describeInElectron, type LaunchedDesk, launchDesk } from '../support/electronApp.ts'

let desk: LaunchedDesk

beforeAll(async () => {
  desk = await launchDesk()
})
afterAll(() => desk?.close())

/** Runs `attempt` in the page and gives the directive of the policy that stopped it. */
function whatStops(attempt: () => void): Promise<string> {
  return desk.page.evaluate(
    (source) =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true })
        // From a timer, as the page's own code would run: what Playwright evaluates itself is let through.
        const run = new Function(`setTimeout(${source}, 0)`)
        run()
      }),
    attempt.toString(),
  )
}

describeInElectron('the page', () => {
  it('is isolated: sandbox, no Node, only the bridge', async () => {
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Not in Electron's types, but the only place that says what a window really runs with.
      return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false)
    expect(preferences.nodeIntegrationInSubFrames ?? false).toBe(false)
    expect(preferences.allowRunningInsecureContent ?? false).toBe(false)
    expect(preferences.experimentalFeatures ?? false).toBe(false)
    const reach = await desk.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.keys((window as { zhenshou?: object }).zhenshou ?? {}).sort(),
      frozen: (() => {
        try {
          ;(window as unknown as { zhenshou: unknown }).zhenshou = null
        } catch {
          return true
        }
        return (window as { zhenshou?: unknown }).zhenshou !== null
      })(),
    }))
    expect(reach).toEqual({ node: [], bridge: ['invoke', 'onChange'], frozen: true })
  })

  it('comes by our own scheme, under the strict policy', async () => {
    const answer = await desk.page.evaluate(async () => {
      const { headers } = await fetch(location.href)
      return {
        origin: location.origin,
        secure: isSecureContext,
        policy: headers.get('content-security-policy'),
        sniffing: headers.get('x-content-type-options'),
      }
    })
    expect(answer).toEqual({
      origin: 'app://zhenshou',
      secure: true,
      policy: CONTENT_SECURITY_POLICY,
      sniffing: 'nosniff',
    })
  })

  it('runs under that policy without a violation, the parts loaded later too', async () => {
    await desk.page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
        seen.push(`${effectiveDirective} ${blockedURI} ${sourceFile}`),
      )
    })
    await desk.page.reload()
    await desk.page.waitForSelector('#root > *')
    // Each room's code is in files of its own; all of them are loaded here, as opening every room would.
    const violations = await desk.page.evaluate(async () => {
      const loaded = new Set<string>()
      async function load(url: string): Promise<void> {
        if (loaded.has(url)) return
        loaded.add(url)
        const text = await (await fetch(url)).text()
        for (const [, name] of text.matchAll(/["'`](?:\.\/|assets\/)?([\w.-]+\.js)["'`]/g)) {
          await load(new URL(`/assets/${name}`, location.href).href)
        }
        await new Promise((done, fail) => {
          const script = document.createElement('script')
          Object.assign(script, { type: 'module', src: url, onload: done, onerror: fail })
          document.head.append(script)
        })
      }
      await load(document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '')
      return { seen: (window as unknown as { seen: string[] }).seen, many: loaded.size > 10 }
    })
    expect(violations).toEqual({ seen: [], many: true })
  })

  it.each<[string, () => void, string]>([
    [
      'an inline script',
      () => {
        const script = document.createElement('script')
        script.textContent = 'window.injected = true'
        document.head.append(script)
      },
      'script-src-elem',
    ],
    [
      'an inline handler',
      () => {
        const image = document.createElement('img')
        image.setAttribute('onerror', 'window.injected = true')
        image.src = 'app://zhenshou/none.png'
      },
      'script-src-attr',
    ],
    [
      'eval',
      () => {
        // biome-ignore lint/security/noGlobalEval: this is the attempt.
        eval('window.injected = true')
      },
      'script-src',
    ],
    [
      'a remote script',
      () => {
        const script = document.createElement('script')
        script.src = 'https://example.org/a.js'
        document.head.append(script)
      },
      'script-src-elem',
    ],
    [
      'a remote picture',
      () => {
        new Image().src = 'https://example.org/a.png'
      },
      'img-src',
    ],
    ['a remote question', () => void fetch('https://example.org/').catch(() => undefined), 'connect-src'],
    ['a remote socket', () => void new WebSocket('wss://example.org/'), 'connect-src'],
    [
      'a frame',
      () => {
        const frame = document.createElement('iframe')
        frame.src = 'app://zhenshou/index.html'
        document.body.append(frame)
      },
      'frame-src',
    ],
    ['a worker made of text', () => void new Worker(URL.createObjectURL(new Blob(['']))), 'worker-src'],
    [
      'a form sent elsewhere',
      () => {
        const form = document.createElement('form')
        form.action = 'https://example.org/'
        document.body.append(form)
        form.submit()
      },
      'form-action',
    ],
    [
      'an object',
      () => {
        const object = document.createElement('object')
        object.data = 'app://zhenshou/index.html'
        document.body.append(object)
      },
      'object-src',
    ],
  ])('cannot have %s', async (_what, attempt, directive) => {
    expect(await whatStops(attempt)).toBe(directive)
    expect(await desk.page.evaluate(() => 'injected' in window)).toBe(false)
  })

  it('stays where it is and opens nothing', async () => {
    const before = desk.page.url()
    const opened = await desk.page.evaluate(() =>
      ['https://example.org/', 'file:///etc/passwd', 'app://zhenshou/index.html', 'about:blank'].map(
        (url) => window.open(url) === null,
      ),
    )
    expect(opened).toEqual([true, true, true, true])
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x']) {
      await desk.page.evaluate((to) => {
        location.href = to
      }, url)
    }
    await desk.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.org/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
    })
    expect(desk.page.url()).toBe(before)
    expect(desk.app.windows()).toHaveLength(1)
  })

  it('gets no permission but to copy text', async () => {
    const states = await desk.page.evaluate(async () => {
      const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read', 'local-fonts']
      names.push('persistent-storage', 'screen-wake-lock', 'window-management', 'idle-detection', 'display-capture')
      const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
      return (await Promise.all(asked)).map(({ state }) => state)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    const copied = await desk.page.evaluate(async () => {
      await navigator.clipboard.writeText('李家湾二组')
      return navigator.clipboard.readText().then(
        () => 'read',
        (error: Error) => error.name,
      )
    })
    expect(copied).toBe('NotAllowedError')
    expect(await desk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('李家湾二组')
  })

  it('downloads nothing', async () => {
    await desk.app.evaluate(({ session }) => {
      const host = session as typeof session & { begun?: boolean }
      host.defaultSession.on('will-download', (event) => {
        host.begun = !event.defaultPrevented
      })
    })
    await desk.page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.txt'
      link.click()
    })
    const begun = () => desk.app.evaluate(({ session }) => (session as typeof session & { begun?: boolean }).begun)
    await expect.poll(begun).toBe(false)
  })

  it.each([
    ['/..%2f..%2fpackage.json', 400],
    ['/assets/..%2f..%2f..%2fpackage.json', 400],
    ['/%2e%2e/%2e%2e/package.json', 404],
    ['/..%5c..%5cpackage.json', 400],
    ['/%00', 400],
    ['/C:/windows', 400],
    ['/none.js', 404],
  ])('finds nothing outside its folder at %s', async (path, status) => {
    expect(await desk.page.evaluate(async (to) => (await fetch(to)).status, path)).toBe(status)
  })
})

describeInElectron('the desk', () => {
  it('answers a question it does not know, or cannot read, instead of dropping it', async () => {
    expect(await askRaw(desk.page, 'no.such.channel', {})).toMatchObject({ error: { code: 'ipc.unknownChannel' } })
    expect(await askRaw(desk.page, '__proto__', {})).toMatchObject({ error: { code: 'ipc.unknownChannel' } })
    expect(await askRaw(desk.page, 'power.report', { percent: 'x' })).toMatchObject({
      error: { code: 'ipc.badArguments' },
    })
  })

  // A page that got hold of our bridge all the same: a window of the same program on another address.
  it.each(['data:text/html,foreign', 'app://other/index.html', 'about:blank'])(
    'answers no channel to %s, and tells it nothing',
    async (url) => {
      const windows = desk.app.windows().length
      await desk.app.evaluate(
        async ({ BrowserWindow }, { address, folder }) => {
          const preload = `${folder}/out/preload/preload.cjs`
          await new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } }).loadURL(address)
        },
        { address: url, folder: process.cwd() },
      )
      await expect.poll(() => desk.app.windows().length).toBe(windows + 1)
      const foreign = desk.app.windows().at(-1)
      if (!foreign) throw new Error('no window')
      await foreign.waitForLoadState('load')
      const codes = await foreign.evaluate(async (channels) => {
        const { zhenshou } = window as unknown as { zhenshou: Bridge }
        const answers = await Promise.all(channels.map((name) => zhenshou.invoke(name, null)))
        return answers.map((answer) => (answer.ok ? 'answered' : answer.error.code))
      }, Object.keys(contract))
      expect(codes).toEqual(Object.keys(contract).map(() => 'ipc.badSender'))
      await foreign.close()
    },
  )
})
