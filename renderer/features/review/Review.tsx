import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../app/route.ts'
import { useNotices } from '../../components/notices.ts'
import { ReasonDialog } from '../../components/ReasonDialog.tsx'
import { handOver, savedSentence } from '../../components/saveTable.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { LessonDialog } from './LessonDialog.tsx'
import { ReviewView } from './ReviewView.tsx'

const TOPICS = ['review', 'incident', 'call', 'report', 'response', 'task', 'evacuation']

interface ReviewProps {
  readonly incident: string
  /** It was practised in this drill, which has ended: to be read only. */
  readonly drill?: string
  onClose(): void
}

/** 复盘 of one incident. */
export function Review({ incident, drill, onClose }: ReviewProps) {
  const { t } = useTranslation('review')
  const { tell } = useNotices()
  const asked = drill === undefined ? { incident } : { incident, drill }
  const { data } = useDesk('review.read', asked, TOPICS)
  const give = useAct('review.giveTask')
  const withdraw = useAct('review.withdrawLesson', { quiet: true })
  const word = useAct('review.exportWord')
  const [under, setUnder] = useState<'lesson' | { readonly withdraw: string } | null>(null)
  if (!data) return null
  const base = [...data.tips]
  const giveTask = async (lesson: string) => {
    const answer = await give.run({ incident, base, lesson })
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
        closed={drill !== undefined}
        pending={give.pending}
        exporting={word.pending}
        onLesson={() => setUnder('lesson')}
        onWord={() => void saveWord()}
        onGive={(lesson) => void giveTask(lesson)}
        onWithdraw={(lesson) => setUnder({ withdraw: lesson })}
        onOpenTask={(task) => {
          onClose()
          goTo('tasks', task)
        }}
        onClose={onClose}
      />
      {under === 'lesson' ? <LessonDialog incident={incident} tips={base} onDone={() => setUnder(null)} /> : null}
      {under && under !== 'lesson' ? (
        <ReasonDialog
          title={t('withdrawTitle')}
          confirm={t('withdraw')}
          danger
          pending={withdraw.pending}
          problem={withdraw.problem}
          onConfirm={(reason) =>
            void withdraw.run({ incident, base, lesson: under.withdraw, reason }).then(({ ok }) => ok && setUnder(null))
          }
          onCancel={() => setUnder(null)}
        />
      ) : null}
    </>
  )
}
