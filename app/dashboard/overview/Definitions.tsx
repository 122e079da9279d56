import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useBoard } from '../BoardContext.tsx';
import type { BoardKey } from '../language.ts';
import { Section } from '../parts/Section.tsx';

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(300px, 1fr));
  gap: 12px 32px;
  font-size: 12px;
  line-height: 16px;

  & dt {
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }

  & dd {
    color: ${color('foreground.subtle')};
  }
`;

const DEFINITIONS: readonly (readonly [BoardKey, BoardKey])[] = [
  ['figures.overdue', 'means.overdue'],
  ['figures.today', 'means.today'],
  ['figures.noOwner', 'means.noOwner'],
  ['figures.byPost', 'means.byPost'],
  ['figures.notSent', 'means.notSent'],
  ['figures.refused', 'means.refused'],
  ['figures.needsPerson', 'means.needsPerson'],
  ['forecast.title', 'means.forecast'],
  ['promises.share', 'means.onTime'],
  ['promises.lateCount', 'means.late'],
  ['filter.month', 'means.month'],
  ['promises.time', 'means.time'],
  ['causes.cause', 'means.cause'],
  ['causes.usual', 'means.usual'],
  ['outcomes.redress', 'means.redress'],
  ['outcomes.appeals', 'means.appeals'],
  ['outcomes.satisfied', 'means.satisfied'],
  ['outcomes.lessons', 'means.lessons'],
];

/** What each figure of the page means. */
export function Definitions() {
  const { say } = useBoard().language;
  return (
    <Section title={say('means.title')}>
      <List>
        {DEFINITIONS.map(([name, meaning]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </List>
    </Section>
  );
}
