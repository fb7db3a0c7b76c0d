import { type Claim, settle } from '../claims.ts'
import { type Group, left, withParts } from './scene.ts'
import { FIELDS, tally } from './tally.ts'

/**
 * What was plainly stated, and what follows of the people told of. Where these account for everybody the statements count, they take their place:
 * each of them is counted once then. `corrected`: something was taken back, and only the statements know what.
 */
export function mergeCast(
  text: string,
  stated: readonly Claim[],
  groups: readonly Group[],
  corrected: boolean,
): readonly Claim[] {
  const casualties = stated.filter(({ field, amount }) => isCasualty(field) && amount !== null)
  if (casualties.length === 0) return [...stated, ...tally(groups)]
  const told = groups.flatMap(withParts).filter((group) => group.told || isToldOneByOne(group))
  const disputed = FIELDS.some(
    (field) =>
      (settle(casualties.filter((one) => one.field === field))?.rivals.length ?? 0) > 0 &&
      !(field === 'injured' && isOfThem(text, casualties, told)) &&
      !(field === 'dead' && isOfOthers(text, casualties, told)),
  )
  // 死了一个,更正,人没死,是腿骨折: they know what was taken back.
  const alive = told.some(({ own, dead }) => own.has('dead') && !dead)
  if ((corrected && !alive) || disputed) return stated
  if (casualties.every((one) => told.some((group) => meets(group, one))))
    return [...stated.filter(({ field }) => !isCasualty(field)), ...tally(groups)]
  const others = groups.filter(
    (group) => !withParts(group).some((one) => casualties.some((claim) => meets(one, claim))),
  )
  return [...stated, ...tally(others).filter(({ field }) => !casualties.some((one) => one.field === field))]
}

/** 摔下来两个,一个没救过来,一个在重症: of these two nothing is left to say. */
function isToldOneByOne(group: Group): boolean {
  return group.parts.length > 1 && group.parts.every((part) => part.told) && left(group) === 0
}

function meets({ said }: Group, { from, to }: Claim): boolean {
  return said.from < to && said.to > from
}

/** 三个工人晕倒了,一个叫不醒: the second number, right after the first, is of the first. */
function isOfThem(text: string, claims: readonly Claim[], told: readonly Group[]): boolean {
  const [first, second, ...rest] = claims.filter(({ field }) => field === 'injured')
  return (
    first !== undefined &&
    second !== undefined &&
    rest.length === 0 &&
    /^[^,.;说讲报]{0,5},(?:其中)?$/u.test(text.slice(first.to, second.from)) &&
    told.some((group) => meets(group, second) && group.parent && meets(group.parent, first))
  )
}

/** 已死亡两人,另有三人送医,一人途中死亡: he is of the three, and no other count of the two. */
function isOfOthers(text: string, claims: readonly Claim[], told: readonly Group[]): boolean {
  const [first, second, ...rest] = claims.filter(({ field }) => field === 'dead')
  const hurt = claims.find(({ field, from }) => field === 'injured' && first && from > first.from)
  return (
    hurt !== undefined &&
    first !== undefined &&
    second !== undefined &&
    rest.length === 0 &&
    hurt.to <= second.from &&
    !/[说讲报称核]/u.test(text.slice(first.from, second.to)) &&
    told.some(
      (group) => meets(group, second) && group.parent && meets(group.parent, hurt) && !meets(group.parent, first),
    )
  )
}

function isCasualty(field: Claim['field']): boolean {
  return FIELDS.some((one) => one === field)
}
