import type { HandlersOf } from '../../../shared/ipc/contract.ts'
import type { responseChannels } from '../../../shared/ipc/response.ts'
import { reviewCard, withdrawReview } from '../../commands/card.ts'
import {
  answerCommand,
  changeLevel,
  endResponse,
  offerCommand,
  startResponse,
} from '../../commands/response/command.ts'
import { answerHelp, askHelp, giveEta } from '../../commands/response/help.ts'
import { chooseCard, markStep } from '../../commands/response/steps.ts'
import type { DeskContext } from '../../deskContext.ts'
import { readBoard, readCard } from '../../store/repositories/response.ts'

export function responseHandlers(desk: DeskContext): HandlersOf<typeof responseChannels> {
  const { store, cards, clockRules } = desk
  return {
    'response.board'({ incident }) {
      const board = readBoard(store.db, incident, cards.all())
      return (
        board && {
          ...board,
          unreadable: cards.unreadable(),
          ringMinutes: clockRules.limit('response.ring', 0)?.minutes ?? null,
          sources: {
            firstHalfHour: clockRules.sourceOf('response.firstHalfHour'),
            ring: clockRules.sourceOf('response.ring'),
          },
        }
      )
    },
    'response.start': (args) => startResponse(desk, args),
    'response.changeLevel': (args) => changeLevel(desk, args),
    'response.end': (args) => endResponse(desk, args),
    'response.offerCommand': (args) => offerCommand(desk, args),
    'response.answerCommand': (args) => answerCommand(desk, args),
    'response.markStep': (args) => markStep(desk, args),
    'response.chooseCard': (args) => chooseCard(desk, args),
    'response.giveEta': (args) => giveEta(desk, args),
    'response.askHelp': (args) => askHelp(desk, args),
    'response.answerHelp': (args) => answerHelp(desk, args),
    'card.list': () => ({
      cards: cards.all().map((one) => readCard(store.db, one)),
      unreadable: cards.unreadable(),
    }),
    'card.review': (args) => reviewCard(desk, args),
    'card.withdrawReview': (args) => withdrawReview(desk, args),
  }
}
