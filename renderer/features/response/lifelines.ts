import { UTILITIES, type Utility } from '../../../shared/domain/outage/events.ts'
import type { OutageLine } from '../../../shared/ipc/outages.ts'

/** The lifelines of one village: per utility what is cut, or was restored last. */
export interface VillageLifelines {
  readonly village: string
  readonly cells: Readonly<Partial<Record<Utility, OutageLine>>>
}

/** Villages with something cut or restored, the ones with most cut first. */
export function lifelinesByVillage(outages: readonly OutageLine[]): readonly VillageLifelines[] {
  const villages = new Map<string, Partial<Record<Utility, OutageLine>>>()
  for (const outage of outages) {
    const cells = villages.get(outage.village.name) ?? {}
    const known = cells[outage.utility]
    // What is still cut hides what was restored; of two the newer one tells.
    if (!known || rank(outage) > rank(known) || (rank(outage) === rank(known) && outage.since > known.since))
      cells[outage.utility] = outage
    villages.set(outage.village.name, cells)
  }
  return [...villages]
    .map(([village, cells]) => ({ village, cells }))
    .toSorted((a, b) => countCut(b) - countCut(a) || a.village.localeCompare(b.village, 'zh-CN'))
}

export function countCut({ cells }: VillageLifelines): number {
  return UTILITIES.filter((utility) => cells[utility]?.repair === null).length
}

/** Columns worth showing: the four of every village, gas where it is cut. */
export function utilitiesShown(villages: readonly VillageLifelines[]): readonly Utility[] {
  return UTILITIES.filter((utility) => utility !== 'gas' || villages.some(({ cells }) => cells.gas !== undefined))
}

function rank({ repair }: OutageLine): number {
  return repair === null ? 1 : 0
}
