import { ChoiceField, type ChoiceFieldProps } from './ChoiceField.tsx'

export type SegmentedChoiceProps<Value extends string> = Pick<
  ChoiceFieldProps<Value>,
  'label' | 'value' | 'options' | 'onChange'
>

/** A choice of few in a room's header, such as which view: no visible label. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  return <ChoiceField {...props} hideLabel className="segmented" />
}
