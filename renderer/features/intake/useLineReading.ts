import { useEffect, useMemo } from 'react'
import incidentWords from '../../../resources/classification/intakeWords.json'
import { makeGazetteer } from '../../../shared/domain/intake/gazetteer.ts'
import { type LineReading, readLine } from '../../../shared/domain/intake/readLine.ts'
import { prepareWords } from '../../../shared/domain/intake/words.ts'
import { fillOf, type LineFill } from './lineFill.ts'
import type { IntakeForm, IntakeLists } from './model.ts'

/** Nobody sees it; it has something of every field. */
const SAMPLE =
  '刚才三组后山滑坡，埋了两个人，救出来一个，转移了十五户四十六人，还有两户不肯走，老支书王德胜打来的13800001234，要一台挖机'
const NOWHERE = makeGazetteer([])

export interface ReadLineOfForm {
  readonly reading: LineReading
  readonly fill: LineFill
}

/** What the form's line says. Read anew at every key; “刚才” is when the form was opened. */
export function useLineReading({ line, openedMs }: IntakeForm, lists: IntakeLists): ReadLineOfForm | null {
  const { villages } = lists
  const words = useMemo(() => prepareWords(incidentWords), [])
  const gazetteer = useMemo(() => makeGazetteer(villages.map(({ name }) => ({ name }))), [villages])
  const context = useMemo(() => ({ gazetteer, words }), [gazetteer, words])
  useEffect(() => {
    // The browser builds the patterns when they are first used: in a quiet moment, not under the first key of a shift.
    const handle = requestIdleCallback(() => readLine(SAMPLE, { gazetteer: NOWHERE, words, now: 0 }))
    return () => cancelIdleCallback(handle)
  }, [words])
  return useMemo(() => {
    if (line.trim() === '') return null
    const reading = readLine(line, { ...context, now: openedMs })
    return { reading, fill: fillOf(line, reading, lists, openedMs) }
  }, [line, openedMs, context, lists])
}
