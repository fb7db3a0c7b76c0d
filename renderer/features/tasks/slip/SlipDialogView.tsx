import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SLIP_SIZES, type SlipSize, type TaskSlip } from '../../../../shared/domain/task/slip.ts'
import { Button } from '../../../components/Button.tsx'
import { ChoiceField } from '../../../components/ChoiceField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { SlipView } from './SlipView.tsx'

export interface SlipDialogViewProps {
  readonly slip: TaskSlip
  readonly size: SlipSize
  readonly pending: boolean
  onSize(size: SlipSize): void
  onPrint(): void
  onWord(): void
  onPdf(): void
  onClose(): void
}

/** 任务单 as it will be printed; P prints, W and D save it as Word and PDF. */
export function SlipDialogView(props: SlipDialogViewProps) {
  const { slip, size, pending, onPrint, onWord, onPdf } = props
  const { t } = useTranslation('tasks')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return
    const act = { p: onPrint, w: onWord, d: onPdf }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <Dialog title={t('slip.title', { number: slip.number })} wide onCancel={props.onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog, beside those of its buttons. */}
      <div className="slip-dialog" onKeyDown={onKeyDown}>
        <ChoiceField<SlipSize>
          label={t('slip.size')}
          value={size}
          options={SLIP_SIZES.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={props.onSize}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to be able to reach it */}
        <section className="slip-preview scroll" tabIndex={0} aria-label={t('slip.preview')}>
          <SlipView slip={slip} size={size} />
        </section>
        <div className="dialog-buttons">
          <Button onClick={props.onClose} hotkey="Esc">
            {t('close')}
          </Button>
          <Button onClick={onWord} pending={pending} hotkey="W">
            {t('slip.word')}
          </Button>
          <Button onClick={onPdf} hotkey="D">
            {t('slip.pdf')}
          </Button>
          <Button kind="primary" onClick={onPrint} hotkey="P">
            {t('slip.print')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
