import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import {
  type Classification,
  callSourcesFile,
  competentBodiesFile,
  figuresFile,
  incidentTypesFile,
} from '../shared/domain/classification.ts'
import { findResource } from './findResource.ts'

/**
 * Reads the classification. Never throws: a file that somebody edited badly is left out and named, because a call must be
 * taken all the same.
 * @param find where a file of resources/ lies
 */
export function readClassification(find: (path: string) => string = findResource): Classification {
  const unreadable: string[] = []
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined => {
    try {
      return schema.parse(JSON.parse(readFileSync(find(`classification/${name}`), 'utf8')))
    } catch (error) {
      unreadable.push(name)
      console.error(`[classification] ${name}`, error)
      return undefined
    }
  }
  const types = read('incidentTypes.json', incidentTypesFile)
  return {
    groups: types?.groups ?? [],
    types: types?.types ?? [],
    bodies: read('competentBodies.json', competentBodiesFile)?.bodies ?? [],
    sources: read('callSources.json', callSourcesFile)?.sources ?? [],
    figures: read('figures.json', figuresFile)?.figures ?? [],
    unreadable,
  }
}
