import incidentWords from '../../../resources/classification/intakeWords.json'
import { makeGazetteer } from '../../../shared/domain/intake/gazetteer.ts'
import { readLine } from '../../../shared/domain/intake/readLine.ts'
import { prepareWords } from '../../../shared/domain/intake/words.ts'
import type { Candidate } from '../../../shared/ipc/calls.ts'
import { viewStates } from '../../viewStates.ts'
import { IntakeReminder } from './IntakeReminder.tsx'
import { IntakeView, type IntakeViewProps } from './IntakeView.tsx'
import { fillOf, withLine } from './lineFill.ts'
import { emptyForm, type IntakeForm } from './model.ts'

const nothing = () => undefined
const now = Date.UTC(2026, 6, 13, 18, 40)
const noWords = { aliases: [], initials: '' }

const lists: IntakeViewProps['lists'] = {
  villages: [
    { id: 'v1', name: '李家湾村' },
    { id: 'v2', name: '石门村' },
  ],
  classification: {
    groups: [{ key: 'naturalDisaster', name: { 'zh-CN': '自然灾害', en: 'Natural disaster' } }],
    types: [
      {
        key: 'landslide',
        name: { 'zh-CN': '山体滑坡', en: 'Landslide' },
        group: 'naturalDisaster',
        body: 'naturalResources',
        gbt35561: null,
        ...noWords,
      },
    ],
    bodies: [],
    sources: [
      { key: 'publicCall', name: { 'zh-CN': '群众来电', en: 'Call from the public' }, ...noWords },
      { key: 'villageCadre', name: { 'zh-CN': '村干部', en: 'Village cadre' }, ...noWords },
      { key: 'countyEmergency', name: { 'zh-CN': '县应急局', en: 'County emergency bureau' }, ...noWords, above: true },
    ],
    figures: [
      { key: 'dead', part: 'life' },
      { key: 'missing', part: 'life' },
      { key: 'trapped', part: 'life' },
      { key: 'injured', part: 'first' },
      { key: 'evacuated', part: 'first' },
      { key: 'affected', part: 'more' },
      { key: 'collapsedHouseholds', part: 'more' },
    ],
    unreadable: [],
  },
}
const filled: IntakeForm = {
  ...emptyForm(now),
  source: 'villageCadre',
  callerName: '王建国',
  callerPhone: '13800000000',
  callerPost: '村支书',
  village: 'v1',
  place: '二组后山',
  type: 'landslide',
  level: 'relativelySerious',
  figures: { trapped: '2', missing: '?', evacuated: '约15' },
  at: '-20',
  description: '后山滑坡，埋了一栋房，里面有两个人，路断了进不来',
  measures: '已转移 15 人，二组拉警戒线',
  requests: '需要挖掘机、救护车',
}
const candidates: readonly Candidate[] = [
  {
    id: 'i1',
    no: '0714-A02',
    title: '李家湾村二组后山山体滑坡',
    level: 'relativelySerious',
    phase: 'responding',
    villageName: '李家湾村',
    type: 'landslide',
    typeName: '山体滑坡',
    openedMs: now - 1_500_000,
    calls: 3,
    sameVillage: true,
    sameType: true,
  },
  {
    id: 'i2',
    no: '0713-B11',
    title: '石门村进村路塌方',
    level: 'undetermined',
    phase: 'verifying',
    villageName: '石门村',
    type: 'landslide',
    typeName: '山体滑坡',
    openedMs: now - 30_000_000,
    calls: 1,
    sameVillage: false,
    sameType: true,
  },
]
const recorded: IntakeViewProps['recorded'] = [
  {
    call: { id: 'c2', no: '0714-A05' },
    incident: { id: 'i1', no: '0714-A02', title: '李家湾村二组后山山体滑坡' },
    opened: false,
    atMs: now,
  },
  {
    call: { id: 'c1', no: '0714-A04' },
    incident: { id: 'i1', no: '0714-A02', title: '李家湾村二组后山山体滑坡' },
    opened: true,
    atMs: now - 60_000,
  },
]
const words = prepareWords(incidentWords)
/** A form with nothing but the line, as it is shown. */
function heard(line: string): Pick<IntakeViewProps, 'form' | 'typed' | 'read'> {
  const typed = { ...emptyForm(now), line }
  const reading = readLine(line, { now, words, gazetteer: makeGazetteer(lists.villages) })
  const fill = fillOf(line, reading, lists, now)
  return { typed, form: withLine(typed, fill), read: { reading, fill } }
}
const spoken = heard(
  '2点20李家湾二组后山滑坡，埋了两个人，好像还有一个失踪，已经转移15户46人，还有两户不肯走，支书老王打的电话，需要一台挖掘机',
)
const empty: IntakeViewProps = {
  draftId: 'draft0001',
  form: emptyForm(now),
  typed: emptyForm(now),
  read: null,
  onLine: nothing,
  lists,
  problems: {},
  unsigned: false,
  unreadable: [],
  pending: false,
  refusal: undefined,
  element: { current: null },
  candidates: [],
  choice: undefined,
  asking: false,
  recorded: [],
  drafts: [],
  onChange: nothing,
  onSubmit: nothing,
  onPause: nothing,
  onChoose: nothing,
  onBack: nothing,
  onOpenIncident: nothing,
  onResume: nothing,
  onDiscard: nothing,
  onClose: nothing,
}

export const intakeStates = viewStates(IntakeView, {
  empty,
  loading: {
    ...empty,
    lists: { villages: [], classification: { ...lists.classification, types: [], sources: [], figures: [] } },
  },
  filled: { ...empty, form: filled, typed: filled, candidates },
  heard: { ...empty, ...spoken, candidates },
  contradicted: {
    ...empty,
    ...heard('村里说石们村山体滑坡死了两个人，派出所说死了三个人'),
  },
  drill: { ...empty, ...heard('演练：李家湾村发生山体滑坡，被困5人') },
  ordered: { ...empty, ...heard('县应急局问李家湾后山滑坡，要求半小时内报失踪人数') },
  takenBack: { ...empty, ...heard('刚才报的石门村滑坡是误报，没有人员伤亡') },
  asking: { ...empty, form: filled, candidates, asking: true },
  chosen: { ...empty, form: filled, candidates, choice: 'i1', pending: true },
  problems: {
    ...empty,
    form: { ...emptyForm(now), figures: { dead: '很多', affected: '约300' }, at: '下午' },
    problems: { description: 'nothing', 'figures.dead': 'figure', at: 'time', source: 'source' },
  },
  recorded: { ...empty, recorded },
  drafts: {
    ...empty,
    drafts: [
      { id: 'd1', savedMs: now - 90_000, personName: '张伟', about: '李家湾村二组后山山体滑坡' },
      { id: 'd2', savedMs: now - 900_000, personName: '', about: '' },
    ],
  },
  unsigned: { ...empty, unsigned: true, problems: { claimedName: 'name' }, form: { ...filled, figures: {} } },
  refused: { ...empty, form: filled, candidates, refusal: '没有保存：事件 0714-A02 已标记为误报。' },
  brokenFiles: { ...empty, unreadable: ['incidentTypes.json', 'figures.json'] },
})

export const intakeReminderStates = viewStates(IntakeReminder, {
  one: { count: 1, inHand: true, onOpen: nothing },
  several: { count: 3, inHand: false, onOpen: nothing },
})
