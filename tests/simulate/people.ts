import type { AnyDraft } from '../../electron/store/writer.ts'
import type { SeededRandom } from '../support/world.ts'
import type { Machine } from './machine.ts'
import type { Act, Model } from './model.ts'
import { ConsoleKilled } from './mortalStore.ts'
import { readRawOf } from './rawEvents.ts'

const AUTHOR = { person: 'person-1', name: '王建国', role: 'dutyOfficer' }

/** Something people speak of again and again. */
interface Thing {
  readonly kind: 'log' | 'incident' | 'task'
  readonly id: string
  readonly no: string
  readonly title: string
}

interface Plan {
  readonly draft: AnyDraft
  readonly slot: string | null
  readonly board: Act['board']
  readonly begins: Thing | null
}

/** People at the consoles: they open incidents, give tasks, write the log, and correct what they see before them. */
export interface People {
  /** Somebody does something at this console. */
  act(at: Machine): void
}

export function createPeople(model: Model, random: SeededRandom): People {
  const things: Thing[] = []
  let count = 0

  /** Some thing that this console's log speaks of: nobody can go on with one that has not reached them. */
  function some(at: Machine, kind: Thing['kind']): Thing | undefined {
    const all = things.filter((thing) => thing.kind === kind)
    const start = random.between(0, Math.max(0, all.length - 1))
    const isKnown = at.store().db.prepare<[string]>('SELECT 1 FROM event WHERE entity = ? LIMIT 1')
    return [...all.slice(start), ...all.slice(0, start)].find(({ id }) => isKnown.get(id))
  }

  function plan(at: Machine, id: string): Plan {
    const dice = random.between(1, 100)
    const kind = dice <= 46 ? 'incident' : dice <= 54 ? 'task' : 'log'
    const thing = some(at, kind)
    if (dice <= 12 || (!thing && kind === 'incident')) return openIncident(id)
    if (!thing || dice > 74) return enterLog(id)
    if (dice <= 22) return noteIncident(id, thing)
    if (dice <= 34) return correctIncident(id, thing)
    if (dice <= 46) return issueTask(id, thing)
    return kind === 'task' ? noteTask(id, thing) : correctLog(id, thing)
  }

  function enterLog(id: string): Plan {
    const entity = `log-${id}`
    const draft: AnyDraft = { kind: 'log.entered', entity, body: { at: 1_784_000_000_000, text: id } }
    return { draft, slot: `${entity} text`, board: null, begins: { kind: 'log', id: entity, no: '', title: id } }
  }

  function correctLog(id: string, { id: entity }: Thing): Plan {
    const draft: AnyDraft = { kind: 'log.corrected', entity, body: { set: { text: id }, reason: '听错' } }
    return { draft, slot: `${entity} text`, board: null, begins: null }
  }

  function openIncident(id: string): Plan {
    const entity = `incident-${id}`
    const grave = random.chance(0.3)
    const no = `0714-A${id.slice(4)}`
    const draft: AnyDraft = {
      kind: 'incident.opened',
      entity,
      body: { no, title: id, level: grave ? 'serious' : 'ordinary' },
    }
    const board = { id: entity, no, lane: grave ? 0 : 1 }
    return { draft, slot: `${entity} title`, board, begins: { kind: 'incident', id: entity, no, title: id } }
  }

  function noteIncident(id: string, { id: entity, no, title }: Thing): Plan {
    const draft: AnyDraft = {
      kind: 'incident.noted',
      entity,
      body: { label: { no, title: `见 ${title}` }, at: 1_784_000_000_000, text: id },
    }
    return { draft, slot: null, board: { id: entity, no, lane: 1 }, begins: null }
  }

  function correctIncident(id: string, { id: entity, no, title }: Thing): Plan {
    const grave = random.chance(0.3)
    const set = grave ? { title: id, level: 'serious' as const } : { title: id }
    const draft: AnyDraft = { kind: 'incident.corrected', entity, body: { label: { no, title: `见 ${title}` }, set } }
    return { draft, slot: `${entity} title`, board: { id: entity, no, lane: grave ? 0 : 1 }, begins: null }
  }

  function issueTask(id: string, incident: Thing): Plan {
    const entity = `task-${id}`
    const urgent = random.chance(0.4)
    const no = `0714-T${id.slice(4)}`
    const draft: AnyDraft = {
      kind: 'task.issued',
      entity,
      body: {
        no,
        title: id,
        detail: '',
        to: { kind: 'team', id: 'team-1', name: '应急分队' },
        at: 1_784_000_000_000,
        means: 'phone',
        dueAt: null,
        urgency: urgent ? 'life-safety' : 'ordinary',
        incident: { id: incident.id, no: incident.no, title: `见 ${incident.title}` },
      },
    }
    const board = { id: entity, no, lane: urgent ? 0 : 1 }
    return { draft, slot: null, board, begins: { kind: 'task', id: entity, no, title: id } }
  }

  function noteTask(id: string, { id: entity, no, title }: Thing): Plan {
    const urgent = random.chance(0.4)
    const draft: AnyDraft = {
      kind: 'task.noted',
      entity,
      body: {
        task: { id: entity, no, title: `见 ${title}` },
        recipient: { kind: 'team', id: 'team-1', name: '应急分队' },
        urgency: urgent ? 'life-safety' : 'ordinary',
        at: 1_784_000_000_000,
        text: id,
      },
    }
    return { draft, slot: null, board: { id: entity, no, lane: urgent ? 0 : 1 }, begins: null }
  }

  return {
    act(at) {
      count += 1
      const id = `act-${count}`
      const { draft, slot, board, begins } = plan(at, id)
      const seen = new Set<string>()
      if (slot) for (const { act } of readRawOf(at.store().db, draft.entity)) if (act) seen.add(act)
      const act: Act = { id, by: at.name, entity: draft.entity, slot, seen, board, fate: 'durable' }
      model.record(act)
      try {
        at.store().append([draft], { author: AUTHOR })
        at.engine().notify()
      } catch (error) {
        if (!(error instanceof ConsoleKilled)) throw error
        act.fate = 'open'
      }
      if (begins) things.push(begins)
    },
  }
}
