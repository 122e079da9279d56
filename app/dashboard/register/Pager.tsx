import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useBoard } from '../BoardContext.tsx';
import { type Pages, ROWS } from './use-pages.ts';

const Bar = styled.nav`
  display: flex;
  align-items: center;
  gap: 12px;
  margin-top: 12px;
  font-size: 13px;
`;

/** Which rows are shown of how many, and the ways to others. */
export function Pager({ pages, shown }: { pages: Pages; shown: number }) {
  const { language, format } = useBoard();
  const { say } = language;
  const { page, total, next, back } = pages;
  const from = page * ROWS + 1;
  const text = say('register.range', {
    from: format.number(from),
    to: format.number(from + shown - 1),
    total: total === undefined ? '…' : format.number(total),
  });
  return (
    <Bar aria-label={say('register.pages')}>
      <Button size="small" disabled={!back} onClick={back}>
        {say('register.back')}
      </Button>
      <span role="status">{text}</span>
      <Button size="small" disabled={!next} onClick={next}>
        {say('register.next')}
      </Button>
    </Bar>
  );
}
