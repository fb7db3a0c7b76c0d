import { titleKeys } from './words.ts'

/** Which titles mean which field; a file in resources/import, which a county may extend. */
export interface ColumnWords<Field extends string, Group extends string> {
  /** Titles that mean one field wherever they stand. */
  readonly fields: { readonly [F in Field]?: readonly string[] }
  /** Titles such as 姓名 or 联系电话, whose field depends on whose column it is: by the title above it, else by its left neighbour. */
  readonly shared: readonly SharedTitle<Field, Group>[]
  /** Titles over several columns, such as 成员信息. */
  readonly groups: { readonly [G in Group]: readonly string[] }
  /** Groups that are part of another: the leader's columns stand under the team's title. */
  readonly within: { readonly [G in Group]?: Group }
  /** Group of a field, for the columns to its right. */
  readonly groupOf: { readonly [F in Field]: Group }
  /** Titles that nobody misses, such as 序号. */
  readonly ignored: readonly string[]
}

export interface SharedTitle<Field extends string, Group extends string> {
  readonly titles: readonly string[]
  readonly byGroup: { readonly [G in Group]?: Field }
  /** Group when nothing else tells. */
  readonly otherwise: Group
  /** True: the left neighbour does not decide, only a title above (姓名 beside 队长 is not the leader's). */
  readonly onlyUnder?: boolean
}

/** What one column is: its field; `ignored`: known and not wanted; `unknown`: to be told to the person. */
export interface ColumnMatch<Field extends string> {
  readonly field: Field | null
  readonly known: boolean
}

/**
 * Finds the fields of columns. Of two columns with the same field the left one gets it.
 * @param paths per column the titles from top to bottom, empty where it has none.
 */
export function matchColumns<Field extends string, Group extends string>(
  paths: readonly (readonly string[])[],
  words: ColumnWords<Field, Group>,
): readonly ColumnMatch<Field>[] {
  const index = indexWords(words)
  const taken = new Set<Field>()
  let neighbour: Group | null = null
  return paths.map((path) => {
    const title = path.at(-1)
    if (title === undefined) return { field: null, known: true }
    const above = findGroup(path.slice(0, -1), index.groups)
    const found = findField(title, above, neighbour, index, words)
    if (found) neighbour = found.group
    else if (above) neighbour = above
    if (found?.field && !taken.has(found.field)) {
      taken.add(found.field)
      return { field: found.field, known: true }
    }
    return { field: null, known: titleKeys(title).some((key) => index.ignored.has(key)) }
  })
}

/** Whether any of the titles above the last row names a group. */
export function namesGroup<Field extends string, Group extends string>(
  titles: readonly string[],
  words: ColumnWords<Field, Group>,
): boolean {
  return findGroup(titles, indexGroups(words)) !== null
}

interface Index<Field extends string, Group extends string> {
  readonly fields: ReadonlyMap<string, Field>
  readonly shared: ReadonlyMap<string, SharedTitle<Field, Group>>
  readonly groups: ReadonlyMap<string, Group>
  readonly ignored: ReadonlySet<string>
}

function indexWords<Field extends string, Group extends string>(words: ColumnWords<Field, Group>): Index<Field, Group> {
  const fields = new Map<string, Field>()
  for (const [field, titles] of Object.entries(words.fields) as [Field, readonly string[]][])
    for (const title of titles) for (const key of titleKeys(title)) fields.set(key, field)
  const shared = new Map<string, SharedTitle<Field, Group>>()
  for (const one of words.shared)
    for (const title of one.titles) for (const key of titleKeys(title)) shared.set(key, one)
  return { fields, shared, groups: indexGroups(words), ignored: new Set(words.ignored.flatMap(titleKeys)) }
}

function indexGroups<Field extends string, Group extends string>(words: ColumnWords<Field, Group>): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const [group, titles] of Object.entries(words.groups) as [Group, readonly string[]][])
    for (const title of titles) for (const key of titleKeys(title)) groups.set(key, group)
  return groups
}

function findGroup<Group extends string>(titles: readonly string[], groups: ReadonlyMap<string, Group>): Group | null {
  for (const title of titles.toReversed())
    for (const key of titleKeys(title)) {
      const group = groups.get(key)
      if (group) return group
    }
  return null
}

function findField<Field extends string, Group extends string>(
  title: string,
  above: Group | null,
  neighbour: Group | null,
  index: Index<Field, Group>,
  words: ColumnWords<Field, Group>,
): { readonly field: Field | null; readonly group: Group } | null {
  for (const key of titleKeys(title)) {
    const field = index.fields.get(key)
    if (field) return { field, group: words.groupOf[field] }
    const shared = index.shared.get(key)
    if (shared) {
      const beside = shared.onlyUnder ? null : neighbour
      const narrower = above !== null && beside !== null && words.within[beside] === above
      const group = (narrower ? beside : (above ?? beside)) ?? shared.otherwise
      return { field: shared.byGroup[group] ?? null, group }
    }
  }
  return null
}
