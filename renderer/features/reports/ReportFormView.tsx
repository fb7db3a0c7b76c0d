import { useTranslation } from 'react-i18next'
import { REPORT_KINDS, type ReportContent, type ReportKind } from '../../../shared/domain/report/content.ts'
import type { ReportItem } from '../../../shared/domain/report/reportData.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceField } from '../../components/ChoiceField.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { EnterForm } from '../../components/EnterForm.tsx'
import { FormFooter } from '../../components/FormFooter.tsx'
import { MomentField } from '../../components/MomentField.tsx'
import { StatusTag } from '../../components/StatusTag.tsx'
import { TextAreaField } from '../../components/TextAreaField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { isSection, missingItems, percentOf, type ReportForm, withSection } from './model.ts'
import './reports.css'

export interface ReportFormViewProps {
  readonly form: ReportForm
  readonly items: Readonly<Record<ReportKind, readonly ReportItem[]>>
  /** new: a report of its own; revise: the text of one that waits; correct: 更正 of one that was sent. */
  readonly purpose: 'new' | 'revise' | 'correct'
  readonly incidentNo: string
  readonly now: number
  readonly restored: boolean
  readonly pending: boolean
  readonly problem: string | undefined
  onKind(kind: ReportKind): void
  onChange(content: ReportContent): void
  /** What is typed there is no time (yet). */
  onBadTime(item: 'receivedAt' | 'occurredAt', bad: boolean): void
  /** Fills it anew from what has been entered. */
  onRefill(): void
  onSubmit(): void
  onClose(): void
}

/** Writes a report: every part filled from what was entered, what is missing named beside it. */
export function ReportFormView(props: ReportFormViewProps) {
  const { form, items, purpose, incidentNo, now, restored, pending, problem, onKind, onChange } = props
  const { t } = useTranslation('reports')
  const { kind, content } = form
  const parts = items[kind]
  return (
    <Dialog title={t(`form.${purpose}`, { no: incidentNo })} wide help="reports" onCancel={props.onClose}>
      <EnterForm label={t(`form.${purpose}`, { no: incidentNo })} className="form-column" onSubmit={props.onSubmit}>
        {restored ? <p className="muted">{t('form.restored')}</p> : null}
        {purpose === 'new' ? (
          <ChoiceField
            label={t('form.kind')}
            value={kind}
            options={REPORT_KINDS.map((value) => ({ value, label: t(`sentences:word.reportKind.${value}`) }))}
            onChange={onKind}
          />
        ) : null}
        <TextField
          label={t('form.title')}
          required
          autoFocus
          maxLength={200}
          value={content.title}
          problem={content.title.trim() === '' ? t('form.titleMissing') : undefined}
          onChange={(title) => onChange({ ...content, title })}
        />
        <div className="report-times">
          {parts
            .filter((item) => item === 'receivedAt' || item === 'occurredAt')
            .map((item) => (
              <MomentField
                key={item}
                label={t(`item.${item}`)}
                value={content[item]}
                lean="past"
                now={now}
                onChange={(at) => {
                  props.onBadTime(item, at === undefined)
                  if (at !== undefined) onChange({ ...content, [item]: at })
                }}
              />
            ))}
        </div>
        {parts.filter(isSection).map((item) => (
          <TextAreaField
            key={item}
            label={t(`item.${item}`)}
            rows={item === 'losses' || item === 'measures' || item === 'progress' ? 2 : 1}
            maxLength={4000}
            value={content.sections[item] ?? ''}
            onChange={(text) => onChange(withSection(content, item, text))}
          />
        ))}
        <div className="report-foot">
          <Completeness parts={parts} content={content} />
          <FormFooter
            problem={problem}
            submit={t(purpose === 'revise' ? 'form.save' : 'form.submit')}
            hotkey="Ctrl+Enter"
            pending={pending}
            cancel={t(purpose === 'new' ? 'form.later' : 'common:form.cancel')}
            escape
            onCancel={props.onClose}
          >
            <Button kind="quiet" onClick={props.onRefill}>
              {t('form.refill')}
            </Button>
          </FormFooter>
        </div>
      </EnterForm>
    </Dialog>
  )
}

function Completeness({ parts, content }: { readonly parts: readonly ReportItem[]; readonly content: ReportContent }) {
  const { t } = useTranslation('reports')
  const missing = missingItems(parts, content)
  const percent = percentOf(parts, content)
  return (
    <p role="status">
      <StatusTag tone={missing.length === 0 ? 'good' : 'warn'}>{t('complete', { percent })}</StatusTag>{' '}
      {missing.length > 0
        ? t('missing', { items: missing.map((item) => t(`item.${item}`)).join(t('common:list.comma')) })
        : null}
    </p>
  )
}
