/** What a key or a button of the board asks for. */
export const BOARD_ACTS = ['start', 'changeLevel', 'handOver', 'askHelp', 'outage', 'chooseCard', 'end'] as const
export type BoardAct = (typeof BOARD_ACTS)[number]

/** Keys of those acts while nobody types. */
export const BOARD_KEYS: Readonly<Record<BoardAct, string>> = {
  start: 's',
  changeLevel: 'l',
  handOver: 'm',
  // K notes a call, on the panel of the reports.
  askHelp: 'q',
  outage: 'o',
  chooseCard: 'c',
  end: 'e',
}
