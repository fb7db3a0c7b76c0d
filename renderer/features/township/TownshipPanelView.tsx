import { useTranslation } from 'react-i18next'
import { MODES, type Mode, ORGANISATIONS } from '../../../shared/domain/township/events.ts'
import type { TownshipNow } from '../../../shared/ipc/township.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Refusal } from '../../components/Refusal.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { TownshipForm } from './model.ts'

export interface TownshipPanelViewProps {
  readonly township: Pick<TownshipNow, 'division' | 'mode'>
  readonly form: TownshipForm
  readonly mayEdit: boolean
  readonly pending: boolean
  readonly refusal: string | undefined
  onChange(form: TownshipForm): void
  onSave(): void
  onMode(mode: Mode): void
  onDivision(): void
}

/** The township this console belongs to. */
export function TownshipPanelView(props: TownshipPanelViewProps) {
  const { township, form, mayEdit, pending, refusal, onChange, onSave, onMode, onDivision } = props
  const { t } = useTranslation('township')
  return (
    <Panel title={t('title')}>
      <EnterForm label={t('title')} className="form-column" onSubmit={onSave}>
        <ChoiceField
          label={t('mode')}
          value={township.mode}
          options={MODES.map((value) => ({ value, label: t(`common:mode.${value}`) }))}
          onChange={onMode}
        />
        <div className="form-row">
          <TextField
            label={t('setup:field.county')}
            disabled={!mayEdit}
            maxLength={200}
            value={form.county}
            onChange={(county) => onChange({ ...form, county })}
          />
          <TextField
            label={t('setup:field.name')}
            disabled={!mayEdit}
            maxLength={200}
            value={form.name}
            onChange={(name) => onChange({ ...form, name })}
          />
          <TextField label={t('setup:field.division')} disabled value={township.division} onChange={() => undefined} />
        </div>
        <ChoiceField
          label={t('setup:field.organisation')}
          value={form.organisation}
          disabled={!mayEdit}
          options={ORGANISATIONS.map((value) => ({ value, label: t(`setup:organisation.${value}`) }))}
          onChange={(organisation) => onChange({ ...form, organisation })}
        />
        <Refusal text={refusal} />
        {mayEdit ? (
          <div className="form-row">
            <Button submit pending={pending}>
              {t('people:save')}
            </Button>
            <Button onClick={onDivision}>{t('division.title')}</Button>
          </div>
        ) : (
          <p className="field-hint">{t('editHint')}</p>
        )}
      </EnterForm>
    </Panel>
  )
}
