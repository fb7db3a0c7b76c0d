import { useState } from 'react'
import type { ResultOf } from '../../../shared/ipc/contract.ts'
import type { PersonLine } from '../../../shared/ipc/people.ts'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { AddPerson } from './AddPerson.tsx'
import { CodeView } from './CodeView.tsx'
import { EditPerson, type PersonAct } from './EditPerson.tsx'
import { LikelySamePeople } from './LikelySamePeople.tsx'
import { MergePerson } from './MergePerson.tsx'
import { PeopleRoomView } from './PeopleRoomView.tsx'
import { ReasonedAct } from './ReasonedAct.tsx'

/** Which dialog stands over the ledger. A person in it is as they were when it opened. */
type Open =
  | { readonly is: 'nothing' | 'add' | 'likelySame' }
  | { readonly is: 'edit' | Exclude<PersonAct, 'code'>; readonly person: PersonLine }
  | ({ readonly is: 'code'; readonly name: string } & ResultOf<'people.issueCode'>)

export function PeopleRoom() {
  const people = useDesk('people.list', null, ['person', 'session'])
  const likely = useDesk('people.likelySame', null, ['person'])
  const session = useDesk('session.current', null, ['session'])
  const issue = useAct('people.issueCode')
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Open>({ is: 'nothing' })
  const close = () => setOpen({ is: 'nothing' })
  const mayAuthorise =
    session.data !== undefined && 'person' in session.data && session.data.person.roles.includes('administrator')
  const act = async (person: PersonLine, what: PersonAct) => {
    if (what !== 'code') return setOpen({ is: what, person })
    const answer = await issue.run({ person: person.id })
    if (answer.ok) setOpen({ is: 'code', name: person.name, ...answer.value })
  }
  return (
    <>
      <PeopleRoomView
        people={people.data ?? []}
        likelySame={likely.data?.length ?? 0}
        all={all}
        onAll={setAll}
        onAdd={() => setOpen({ is: 'add' })}
        onOpen={(person) => setOpen({ is: 'edit', person })}
        onLikelySame={() => setOpen({ is: 'likelySame' })}
      />
      {open.is === 'add' ? <AddPerson mayAuthorise={mayAuthorise} onClose={close} /> : null}
      {open.is === 'edit' ? (
        <EditPerson
          person={open.person}
          mayAuthorise={mayAuthorise}
          onAct={(what) => void act(open.person, what)}
          onClose={close}
        />
      ) : null}
      {open.is === 'merge' ? <MergePerson person={open.person} people={people.data ?? []} onClose={close} /> : null}
      {open.is === 'revoke' || open.is === 'reinstate' || open.is === 'unmerge' ? (
        <ReasonedAct act={open.is} person={open.person} onClose={close} />
      ) : null}
      {open.is === 'code' ? <CodeView {...open} onClose={close} /> : null}
      {open.is === 'likelySame' ? (
        <LikelySamePeople groups={likely.data ?? []} people={people.data ?? []} onClose={close} />
      ) : null}
    </>
  )
}
