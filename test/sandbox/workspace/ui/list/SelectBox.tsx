import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';

interface SelectBoxProps {
  label: string;
  isChecked: boolean;
  onChange: () => void;
}

/** A check box whose label is for screen readers only. */
export function SelectBox({ label, isChecked, onChange }: SelectBoxProps) {
  return (
    <Field>
      <Checkbox isCompact checked={isChecked} onChange={onChange}>
        <Label hidden>{label}</Label>
      </Checkbox>
    </Field>
  );
}
