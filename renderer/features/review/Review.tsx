import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/route.ts'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { handOver, savedSentence } from '../../components/saveTable.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { useWorld, WorldContext } from '../../world.ts'
import { LessonDialog } from './LessonDialog.tsx'
import { ReviewView } from './ReviewView.tsx'

const TOPICS = ['review', 'incident', 'call', 'report', 'response', 'task', 'evacuation']

interface ReviewProps {
  readonly incident: string
  /** It was practised in this drill, which has ended: what is written now is real. */
  readonly drill?: string
  /** Something else is to be seen now: what this stands over goes too. Closes this alone when not given. */
  onLeave?(): void
  onClose(): void
}

/** 复盘 of one incident. */
export function Review({ incident, drill, onClose, onLeave = onClose }: ReviewProps) {
  const { t } = useTranslation('review')
  const { tell } = useNotices()
  const world = useWorld()
  const asked = drill === undefined ? { incident } : { incident, drill }
  const { data } = useDesk('review.read', asked, TOPICS)
  const give = useAct('review.giveTask')
  const withdraw = useAct('review.withdrawLesson', { quiet: true })
  const word = useAct('review.exportWord')
  const [under, setUnder] = useState<'lesson' | { readonly withdraw: string } | null>(null)
  if (!data) return null
  const base = [...data.tips]
  const giveTask = async (lesson: string) => {
    const answer = await give.run({ ...asked, base, lesson })
    if (answer.ok) tell('good', t('given', { no: answer.value.task.no }))
  }
  const saveWord = async () => {
    if (word.pending) return
    const answer = await word.run(asked)
    const sentence = answer.ok ? savedSentence(t, handOver(answer.value)) : null
    if (sentence) tell('good', sentence)
  }
  return (
    <>
      <ReviewView
        page={data}
        past={drill !== undefined}
        pending={give.pending}
        exporting={word.pending}
        onLesson={() => setUnder('lesson')}
        onWord={() => void saveWord()}
        onGive={(lesson) => void giveTask(lesson)}
        onWithdraw={(lesson) => setUnder({ withdraw: lesson })}
        onOpenTask={(task) => {
          onLeave()
          goTo('tasks', task)
        }}
        onClose={onClose}
      />
      {/* Also over the review of a drill: it is no practice any more, and a half typed lesson is no draft of a drill. */}
      <WorldContext value={drill === undefined ? world : 'real'}>
        {under === 'lesson' ? <LessonDialog reviewed={asked} tips={base} onDone={() => setUnder(null)} /> : null}
        {under && under !== 'lesson' ? (
          <ReasonDialog
            title={t('withdrawTitle')}
            confirm={t('withdraw')}
            danger
            pending={withdraw.pending}
            problem={withdraw.problem}
            onConfirm={(reason) =>
              void withdraw
                .run({ ...asked, base, lesson: under.withdraw, reason })
                .then(({ ok }) => ok && setUnder(null))
            }
            onCancel={() => setUnder(null)}
          />
        ) : null}
      </WorldContext>
    </>
  )
}
