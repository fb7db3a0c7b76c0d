import { useTranslation } from 'react-i18next'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { AdministratorStep } from './AdministratorStep.tsx'
import { type Problems, type SetUpForm, STEPS, type Step } from './model.ts'
import { TownshipStep } from './TownshipStep.tsx'
import { VillagesStep } from './VillagesStep.tsx'

export interface NewTownshipViewProps {
  readonly step: Step
  readonly form: SetUpForm
  readonly problems: Problems
  readonly pending: boolean
  /** Why the desk refused, in words. */
  readonly refusal: string | undefined
  onChange(part: Partial<SetUpForm>): void
  onBack(): void
  onNext(): void
}

const PAGES = { township: TownshipStep, villages: VillagesStep, administrator: AdministratorStep } as const

/** Three short pages, Enter to go on. */
export function NewTownshipView(props: NewTownshipViewProps) {
  const { step, form, problems, pending, refusal, onChange, onBack, onNext } = props
  const { t } = useTranslation('setup')
  const at = STEPS.indexOf(step)
  const Page = PAGES[step]
  return (
    <EnterForm label={t(`step.${step}`)} className="form-column" onSubmit={onNext}>
      <ol className="setup-steps">
        {STEPS.map((one, index) => (
          <li key={one} aria-current={one === step ? 'step' : undefined} data-done={index < at || undefined}>
            <span className="digits">{index + 1}</span>
            {t(`step.${one}`)}
          </li>
        ))}
      </ol>
      <Page key={step} form={form} problems={problems} onChange={onChange} />
      <FormFooter
        problem={refusal}
        submit={pending ? t('creating') : t(step === 'administrator' ? 'create' : 'next')}
        hotkey={step === 'villages' ? 'Ctrl+Enter' : 'Enter'}
        pending={pending}
        cancel={t('back')}
        onCancel={onBack}
      />
    </EnterForm>
  )
}
