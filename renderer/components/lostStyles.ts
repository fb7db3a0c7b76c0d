/**
 * Asks again for style sheets that could not be read. Vite remembers a sheet it has asked for once, whatever came of it: without this
 * the code that is read again would be drawn without its looks. @throws when one of them still cannot be read.
 */
export async function readLostStyles(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  const there = new Set(links.filter(({ sheet }) => sheet).map(({ href }) => href))
  // One that is only on its way looks the same; it stays as it is, somebody waits for it, and a sheet twice does no harm.
  const lost = new Map(links.filter(({ href }) => !there.has(href)).map((link) => [link.href, link]))
  await Promise.all([...lost.values()].map(readAgain))
}

async function readAgain(lost: HTMLLinkElement): Promise<void> {
  const link = lost.cloneNode() as HTMLLinkElement
  const settled = new Promise<boolean>((done) => {
    link.addEventListener('load', () => done(true))
    link.addEventListener('error', () => done(false))
  })
  lost.after(link)
  if (await settled) return
  link.remove()
  throw new Error(`not read: ${link.href}`)
}
