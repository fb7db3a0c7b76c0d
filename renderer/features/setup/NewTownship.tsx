import { useEffect, useState } from 'react'
import { useAct } from '../../components/useAct.ts'
import { argumentsOf, forgetForm, keepForm, type Problems, problemsOf, readForm, STEPS, type Step } from './model.ts'
import { NewTownshipView } from './NewTownshipView.tsx'
import { useShowSheet } from './showSheet.ts'

interface NewTownshipProps {
  /** Division the county took this console in for, or null. */
  readonly division: string | null
  /** Back from the first page. */
  onLeave(): void
}

/** A new township on this console. What is typed survives a power cut, passwords excepted. */
export function NewTownship({ division, onLeave }: NewTownshipProps) {
  const showSheet = useShowSheet()
  const [form, setForm] = useState(() => {
    const kept = readForm(localStorage)
    return division === null ? kept : { ...kept, division }
  })
  const [step, setStep] = useState<Step>('township')
  const [problems, setProblems] = useState<Problems>({})
  const create = useAct('setup.create', { quiet: true })
  useEffect(() => {
    keepForm(localStorage, form)
  }, [form])

  const go = (by: 1 | -1) => {
    const next = STEPS[STEPS.indexOf(step) + by]
    setProblems({})
    if (next) setStep(next)
    else if (by === -1) onLeave()
  }
  const next = async () => {
    const found = problemsOf(step, form)
    setProblems(found)
    if (Object.keys(found).length > 0 || create.pending) return
    if (step !== 'administrator') return go(1)
    const created = await create.run(argumentsOf(form))
    if (!created.ok) return
    forgetForm(localStorage)
    showSheet(created.value)
  }
  return (
    <NewTownshipView
      step={step}
      form={form}
      problems={problems}
      pending={create.pending}
      refusal={create.problem}
      onChange={(part) => setForm((old) => ({ ...old, ...part }))}
      onBack={() => go(-1)}
      onNext={() => void next()}
    />
  )
}
