import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '../../../../electron/dev/cacheFolder.ts'
import type { Language } from '../../../../shared/ipc/languages.ts'
import { flatten } from '../../localeKeys.ts'

/** A page of the manual as its file has it. */
export interface ManualPage {
  readonly page: string
  readonly text: string
}

export function readManual(language: Language): readonly ManualPage[] {
  return globSync(`resources/manual/${language}/*.md`, { cwd: projectRoot })
    .map((path) => ({ page: basename(path, '.md'), text: readFileSync(join(projectRoot, path), 'utf8') }))
    .sort((a, b) => (a.page < b.page ? -1 : 1))
}

/** Targets of the links of a page. */
export function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target = '']) => target)
}

/** Words in bold: labels as they stand on the screen. */
export function labelsOf(text: string): readonly string[] {
  return [...text.matchAll(/\*\*(.+?)\*\*/g)].map(([, label = '']) => label)
}

export interface KeyRow {
  readonly keys: readonly string[]
  readonly words: string
}

/** Rows of the tables that begin with a key: the keys, and the words beside them. */
export function keyRowsOf(text: string): readonly KeyRow[] {
  return text.split('\n').flatMap((line): readonly KeyRow[] => {
    const [first = '', ...rest] = line.startsWith('|') ? line.split('|').slice(1) : []
    const keys = keysOf(first)
    return keys.length > 0 ? [{ keys, words: rest.join('|') }] : []
  })
}

/** All keys a page names. */
export function keysOf(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key)
}

/** Every limit a page states with its source, a line each. */
export function limitsOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('> '))
}

/** Values of all locale files of a language, as patterns: a `{{hole}}` stands for any words. */
export function localePatterns(language: Language): (label: string) => boolean {
  const values = globSync(`resources/locales/${language}/*.json`, { cwd: projectRoot }).flatMap((path) => {
    const texts: unknown = JSON.parse(readFileSync(join(projectRoot, path), 'utf8'))
    return flatten(texts).map((key) => valueAt(texts, key))
  })
  const plain = new Set(values)
  const patterns = values
    .filter((value) => value.includes('{{') && value.replace(/\{\{\w+\}\}/g, '').trim().length > 1)
    .map(
      (value) =>
        new RegExp(
          `^${value
            .split(/\{\{\w+\}\}/)
            .map(literal)
            .join('.+')}$`,
          'u',
        ),
    )
  return (label) => plain.has(label) || patterns.some((pattern) => pattern.test(label))
}

function valueAt(texts: unknown, key: string): string {
  const value = key
    .split('.')
    .reduce<unknown>((at, part) => (at as Readonly<Record<string, unknown>> | undefined)?.[part], texts)
  return typeof value === 'string' ? value : ''
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
