import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Post } from '../../../shared/domain/duty/events.ts'
import type { DutyPost } from '../../../shared/ipc/township.ts'
import { useNotices } from '../../components/notices.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { TakeDutyView } from './TakeDutyView.tsx'

interface TakeDutyProps {
  readonly post: Post
  readonly duty: DutyPost
  onClose(): void
}

/** 接班: who takes the post over, and what the one before leaves behind. */
export function TakeDuty({ post, duty, onClose }: TakeDutyProps) {
  const { t } = useTranslation('session')
  const { tell } = useNotices()
  const people = useDesk('people.options', null, ['person'])
  const session = useDesk('session.current', null, ['session'])
  // The versions on screen when the dialog opened: a hand-over elsewhere meanwhile stays visible as 并发.
  const [base] = useState(duty.tips)
  const [person, setPerson] = useState<string | null | undefined>(undefined)
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useAct('duty.take', { quiet: true })
  const self = post === 'officer' && session.data?.state === 'signedIn' ? session.data.person.id : null
  const chosen = person === undefined ? (duty.holders.some(({ id }) => id === self) ? null : self) : person
  const take = async () => {
    setAsked(true)
    if (chosen === null || act.pending) return
    const answer = await act.run({ post, person: chosen, note, base: [...base] })
    if (!answer.ok) return
    tell(
      'good',
      t('taken', { name: people.data?.find(({ id }) => id === chosen)?.name ?? '', post: t(`post.${post}`) }),
    )
    onClose()
  }
  return (
    <TakeDutyView
      post={post}
      holders={duty.holders}
      people={people.data ?? []}
      person={chosen}
      note={note}
      problem={asked && chosen === null ? t('problem.person') : undefined}
      refusal={act.problem}
      pending={act.pending}
      onPerson={setPerson}
      onNote={setNote}
      onTake={() => void take()}
      onClose={onClose}
    />
  )
}
