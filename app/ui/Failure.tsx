import styled from 'styled-components';
import { color } from './color.ts';
import { AlertIcon } from './icons.tsx';

const Line = styled.p`
  display: flex;
  gap: 8px;
  color: ${color('foreground.default')};
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;

  & > svg {
    flex: none;
    margin-top: 1px;
  }
`;

/** Why a click did not do what its button says. Read out at once. */
export function Failure({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <Line role="alert">
      <AlertIcon />
      <span>{text}</span>
    </Line>
  );
}
