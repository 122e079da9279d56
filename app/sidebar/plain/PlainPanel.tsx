import { useMemo, useState } from 'react';
import styled from 'styled-components';
import { guessLanguage } from '../../../domain/text/guess-language.ts';
import { type PlainAdvice, plainAdvice } from '../../../domain/text/plain-language.ts';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Help, Row } from '../../ui/layout.tsx';
import { useDraftState } from '../draft/use-draft-state.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useComposer } from './use-composer.ts';

/** More than this is a lecture, not advice. */
const MOST = 6;

const Panel = styled.section`
  display: grid;
  gap: 8px;
  padding: 10px 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

const Title = styled.h3`
  flex: 1;
  font-size: 13px;
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

const List = styled.ul`
  display: grid;
  gap: 4px;
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 13px;
  line-height: 18px;
  overflow-wrap: anywhere;
`;

const Plain = styled.span`
  color: ${color('foreground.subtle')};
`;

function Line({ advice }: { advice: PlainAdvice }) {
  const { say } = useEnvironment().language;
  if (advice.kind === 'sentence') {
    return (
      <li>
        {say('plain.sentence', { start: advice.start })}{' '}
        <Plain>{say('plain.words', { n: advice.words })}</Plain>
      </li>
    );
  }
  return (
    <li>
      {say('plain.word', { word: advice.found })}{' '}
      <Plain>{say('plain.better', { plain: advice.plain })}</Plain>
    </li>
  );
}

/** What the agent wrote: a macro's paragraph that stands as it was is the company's own, and not theirs to change. */
function ownLines(lines: string, inserted: string): string {
  const isOwn = (line: string): boolean => line.trim() === '' || !inserted.includes(line.trim());
  return lines.split('\n').filter(isOwn).join('\n');
}

function useAdvice(): readonly PlainAdvice[] {
  const { policy, drafts } = useSidebar();
  const { draft } = useDraftState(drafts);
  const composed = useComposer();
  const inserted = draft?.text ?? '';
  return useMemo(() => {
    if (!policy || !composed || composed.internal || composed.text === '') return [];
    const { glossary, longSentence } = policy.guidance;
    const language = guessLanguage(composed.text);
    return plainAdvice(ownLines(composed.lines, inserted), {
      words: language ? glossary[language] : [],
      longSentence,
    });
  }, [policy, composed, inserted]);
}

/** What in the reply could be said more plainly. Quiet: a line that opens, never read out, never in the way. */
export function PlainPanel() {
  const { say } = useEnvironment().language;
  const advice = useAdvice();
  const [open, setOpen] = useState(false);
  if (advice.length === 0) return null;
  const shown = advice.slice(0, MOST);
  return (
    <Panel aria-label={say('plain.title')}>
      <Row>
        <Title>{say('plain.found', { n: advice.length })}</Title>
        <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'plain.hide' : 'plain.show')}
        </LinkButton>
      </Row>
      {open ? (
        <>
          <List>
            {shown.map((one) => (
              <Line key={one.kind === 'word' ? one.found : one.start} advice={one} />
            ))}
          </List>
          {advice.length > MOST ? (
            <Help style={{ textAlign: 'left' }}>{say('plain.more', { n: advice.length - MOST })}</Help>
          ) : null}
        </>
      ) : null}
    </Panel>
  );
}
