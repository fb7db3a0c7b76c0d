import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../../electron/shell/appOrigin.ts'
import { readStatic, resolveInside } from '../../../electron/shell/staticFiles.ts'

describe('resolveInside', () => {
  it.each([
    ['/', '/page/index.html'],
    ['/index.html', '/page/index.html'],
    ['/assets/%E5%BA%94.js', '/page/assets/应.js'],
    ['/a/../b.js', '/page/b.js'],
  ])('%s is %s', (url, file) => {
    expect(resolveInside('/page', url)).toBe(file)
  })

  it.each([
    '/..',
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%5csecret',
    '/a\\..\\..\\secret',
    '/%00',
    '/C:/windows',
    '/%',
    '/../page-other/x',
  ])('%s leads nowhere', (url) => {
    expect(resolveInside('/page', url)).toBeUndefined()
  })
})

describe('readStatic', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhenshou-static-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>镇守</title>')
  // Leads to itself: it is there, and no read of it succeeds.
  symlinkSync('loop.js', join(folder, 'loop.js'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('answers the page with the strict policy and no sniffing', async () => {
    const { status, headers, body } = await readStatic(folder, '/')
    expect(status).toBe(200)
    expect(new TextDecoder().decode(body)).toContain('镇守')
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['/nothing.js', 404],
    ['/assets', 404],
    ['/../x', 400],
    ['/loop.js', 503],
  ])('answers %s with %i', async (url, status) => {
    expect((await readStatic(folder, url)).status).toBe(status)
  })
})

it('the policy allows no foreign source, no inline script and no eval', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'")
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
})
