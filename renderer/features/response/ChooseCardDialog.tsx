import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponseBoard } from '../../../shared/ipc/response.ts'
import { PickField } from '../../components/PickField.tsx'
import { ActDialog, type ActDialogFrame } from '../incidents/ActDialog.tsx'
import { titleOf } from './model.ts'

export interface ChooseCardDialogProps extends ActDialogFrame {
  readonly cards: ResponseBoard['others']
  readonly language: string
  onConfirm(card: string): void
}

/** Takes one more disposal card to hand: a landslide in a flash flood, gas in a collapse. */
export function ChooseCardDialog({ cards, language, onConfirm, ...frame }: ChooseCardDialogProps) {
  const { t } = useTranslation('response')
  const [card, setCard] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  return (
    <ActDialog
      {...frame}
      title={t('chooseCard.title')}
      confirm={t('chooseCard.confirm')}
      onConfirm={() => {
        setAsked(true)
        if (card) onConfirm(card)
      }}
    >
      <PickField
        label={t('chooseCard.card')}
        required
        autoFocus
        options={cards.map((one) => ({ id: one.id, label: titleOf(one, language) }))}
        value={card}
        problem={asked && !card ? t('chooseCard.missing') : undefined}
        onChange={setCard}
      />
    </ActDialog>
  )
}
