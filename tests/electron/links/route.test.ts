import { describe, expect, test } from 'vitest'
import { NO_ROUTES, nextTakeover, type RouteInput, routeLanes } from '../../../electron/links/route.ts'

const link = (id: string, change: Partial<RouteInput> = {}): RouteInput => ({
  id,
  isOpen: true,
  isTrusted: true,
  readyAt: 0,
  isForced: false,
  mayCarry: () => true,
  ...change,
})
const ALL = (id: string | null) => [id, id, id] as const

describe('every lane takes', () => {
  test('the first link that is open', () => {
    expect(routeLanes([link('a', { isOpen: false }), link('b'), link('c')], NO_ROUTES, 9)).toEqual(ALL('b'))
    expect(routeLanes([link('a', { isOpen: false })], ALL('a'), 9)).toEqual(ALL(null))
  })

  test('only a link that may carry it', () => {
    const urgentOnly = link('a', { mayCarry: (lane) => lane < 2 })
    expect(routeLanes([urgentOnly, link('b')], NO_ROUTES, 9)).toEqual(['a', 'a', 'b'])
    expect(routeLanes([urgentOnly], NO_ROUTES, 9)).toEqual(['a', 'a', null])
  })

  test('a trusted link before one that still proves itself, but that one rather than none', () => {
    const unproven = link('a', { isTrusted: false, readyAt: null })
    expect(routeLanes([unproven, link('b')], NO_ROUTES, 9)).toEqual(ALL('b'))
    expect(routeLanes([unproven], NO_ROUTES, 9)).toEqual(ALL('a'))
    expect(routeLanes([unproven, link('b')], ALL('a'), 9)).toEqual(ALL('b'))
  })

  test('the forced link at once', () => {
    expect(routeLanes([link('a'), link('b', { isForced: true, readyAt: null })], ALL('a'), 9)).toEqual(ALL('b'))
  })
})

describe('a better link', () => {
  test('takes over when it was stable for its hold', () => {
    const links = [link('a', { readyAt: 100 }), link('b')]
    expect(routeLanes(links, ALL('b'), 99)).toEqual(ALL('b'))
    expect(nextTakeover(links, ALL('b'), 99)).toBe(100)
    expect(routeLanes(links, ALL('b'), 100)).toEqual(ALL('a'))
    expect(nextTakeover(links, ALL('a'), 100)).toBeNull()
  })

  test('takes over at once from a link that is gone', () => {
    expect(routeLanes([link('a', { readyAt: 100 }), link('b', { isOpen: false })], ALL('b'), 9)).toEqual(ALL('a'))
  })
})
