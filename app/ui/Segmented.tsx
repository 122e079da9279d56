import { Fieldset, Message } from '@zendeskgarden/react-forms';
import { useId } from 'react';
import styled from 'styled-components';
import { color, hue } from './color.ts';

const Track = styled.div`
  display: flex;
  margin-top: 8px;
`;

const Segment = styled.label`
  position: relative;
  flex: 1 1 auto;
  display: grid;
  place-items: center;
  min-height: 32px;
  padding: 0 6px;
  margin-left: -1px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.default')};
  color: ${color('foreground.default')};
  font-size: 13px;
  line-height: 16px;
  text-align: center;
  cursor: pointer;

  &:first-child {
    margin-left: 0;
    border-radius: ${({ theme }) => `${theme.borderRadii.md} 0 0 ${theme.borderRadii.md}`};
  }

  &:last-child {
    border-radius: ${({ theme }) => `0 ${theme.borderRadii.md} ${theme.borderRadii.md} 0`};
  }

  &:hover {
    border-color: ${color('border.primaryEmphasis')};
    z-index: 1;
  }

  &:has(input:checked) {
    z-index: 2;
    border-color: ${color('border.primaryEmphasis')};
    background: ${hue('primaryHue', 100, 1000)};
    color: ${hue('primaryHue', 900, 300)};
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }

  &:has(input:focus-visible) {
    z-index: 3;
    outline: 2px solid ${color('border.primaryEmphasis')};
    outline-offset: 1px;
  }

  & input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
`;

export interface SegmentedProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly error?: string | undefined;
}

/** A choice of one among few, all of them in sight; radio buttons to the keyboard and to screen readers. */
export function Segmented<Value extends string>({
  legend,
  options,
  value,
  onChange,
  error,
}: SegmentedProps<Value>) {
  const id = useId();
  return (
    <Fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <Fieldset.Legend>{legend}</Fieldset.Legend>
      <Track>
        {options.map((option) => (
          <Segment key={option.value}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </Segment>
        ))}
      </Track>
      {error ? (
        <Message id={`${id}-error`} validation="error">
          {error}
        </Message>
      ) : null}
    </Fieldset>
  );
}
