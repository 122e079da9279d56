import { Field, Input, Label, Select } from '@zendeskgarden/react-forms';
import type { FaultParameter } from '../../api/control-shapes.ts';
import { useControlWords } from './words.ts';

interface ParameterFieldProps {
  parameter: FaultParameter;
  value: string;
  onChange(value: string): void;
}

/** One parameter of a fault: a number, or one of a few words. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const words = useControlWords();
  const key = parameter.name === 'ms' && parameter.default === null ? 'msEmpty' : parameter.name;
  return (
    <Field>
      <Label isRegular>{words.t(key)}</Label>
      {parameter.type === 'choice' ? (
        <Select isCompact value={value} onChange={(event) => onChange(event.target.value)}>
          {parameter.choices.map((choice) => (
            <option key={choice} value={choice}>
              {words.value('mode', choice)}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          isCompact
          type="number"
          min={0}
          step="any"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
