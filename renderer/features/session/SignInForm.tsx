import { useState } from 'react'
import { useAct } from '../../components/useAct.ts'
import { useDesk } from '../../useDesk.ts'
import { useShowSheet } from '../setup/showSheet.ts'
import { chosenPerson, emptySignIn, keepLastPerson, problemsOf, type SignInProblems, usualProof } from './model.ts'
import { SignInFormView } from './SignInFormView.tsx'

interface SignInFormProps {
  /** Chosen in advance. */
  readonly person: string | null
  onDone?(): void
  onCancel?(): void
}

/** Signs somebody in, whoever sat here before. */
export function SignInForm({ person: before, onDone, onCancel }: SignInFormProps) {
  const options = useDesk('session.options', null, ['person', 'session'])
  const showSheet = useShowSheet()
  const [form, setForm] = useState(() => emptySignIn(before))
  const [problems, setProblems] = useState<SignInProblems>({})
  const signIn = useAct('session.signIn', { quiet: true })
  const setPassword = useAct('session.setPassword', { quiet: true })
  const known = options.data ?? []
  const person = chosenPerson(known, form.person)
  const pending = signIn.pending || setPassword.pending

  const choose = (id: string | null) =>
    setForm((old) => ({ ...emptySignIn(id, usualProof(known.find((option) => option.id === id))), secret: old.secret }))
  const submit = async () => {
    const found = problemsOf({ ...form, person })
    setProblems(found)
    if (Object.keys(found).length > 0 || person === null || pending) return
    const { secret, password } = form
    const id = person
    keepLastPerson(localStorage, id)
    if (form.proof === 'password') {
      const answer = await signIn.run({ person: id, password: secret })
      if (answer.ok) return onDone?.()
    } else {
      const answer = await setPassword.run({ person: id, proof: { kind: form.proof, code: secret }, password })
      if (answer.ok && answer.value) showSheet(answer.value)
      if (answer.ok) return onDone?.()
    }
    // A wrong code stays to be corrected; a wrong password cannot be seen and is typed anew.
    setForm((old) => (old.proof === 'password' ? { ...old, secret: '' } : old))
  }
  // Who can be chosen decides where the focus goes first: a form that guessed would take the password for a name.
  if (!options.data) return <div className="session-waiting" aria-busy="true" />
  return (
    <SignInFormView
      options={known}
      form={{ ...form, person }}
      problems={problems}
      pending={pending}
      refusal={form.proof === 'password' ? signIn.problem : setPassword.problem}
      onPerson={choose}
      onProof={(proof) => {
        setProblems({})
        setForm(emptySignIn(person, proof))
      }}
      onChange={(part) => setForm((old) => ({ ...old, ...part }))}
      onSubmit={() => void submit()}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}
