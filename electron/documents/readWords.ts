import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { CommandError } from '../commands/commandError.ts'
import { findResource } from '../findResource.ts'

/**
 * The words of a kind of paper, resources/documents/<name>. A small file, asked for by hand: it is read anew each time.
 * @throws {CommandError} report.dataBroken
 */
export function readWords<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  const file = `documents/${name}`
  try {
    return schema.parse(JSON.parse(readFileSync(findResource(file), 'utf8')))
  } catch (error) {
    console.error(`[documents] ${file}`, error)
    throw new CommandError('report.dataBroken', { file: `resources/${file}` })
  }
}
