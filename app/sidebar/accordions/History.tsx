import { useCallback, useMemo } from 'react';
import styled from 'styled-components';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { Stack } from '../../ui/layout.tsx';
import { type Audit, fetchAudits } from '../../zaf/audits.ts';
import { namesOf } from '../../zaf/people.ts';
import { useCase } from '../CaseContext.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { useFetched } from '../use-fetched.ts';
import { type HistoryEntry, historyOf } from './history-entry.ts';
import { Loading, Missing, Small } from './parts.tsx';

/** Longer notes are on the ticket itself. */
const LONGEST = 280;

const Title = styled.p<{ $struck: boolean }>`
  font-size: 13px;
  line-height: 18px;
  color: ${({ $struck, theme }) => color($struck ? 'foreground.subtle' : 'foreground.default')({ theme })};
`;

const Words = styled.blockquote`
  margin: 4px 0 0;
  padding-left: 8px;
  border-left: 2px solid ${color('border.default')};
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

interface Sources {
  readonly audits: readonly Audit[];
  readonly names: ReadonlyMap<number, string>;
}

/** Words and names come with the agent's own access; the history stands without them. */
function useSources() {
  const { host, ticket, caseAnswer } = useSidebar();
  const events = caseAnswer?.ok ? caseAnswer.value.events : undefined;
  const work = useCallback(async (): Promise<Sources> => {
    if (ticket.updatedAt === '' || !events) return { audits: [], names: new Map() };
    const audits = await fetchAudits(host, ticket.id).catch(() => []);
    const authors = [
      ...events.map(({ authorId }) => authorId ?? 0),
      ...audits.map(({ authorId }) => authorId),
    ];
    return { audits, names: await namesOf(host, authors).catch(() => new Map<number, string>()) };
  }, [host, ticket, events]);
  return useFetched(work);
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}

function Entry({ entry, author }: { entry: HistoryEntry; author: string | undefined }) {
  const { when } = useEnvironment();
  const { title, at, details, words, struck } = entry;
  return (
    <li>
      <Title as={struck ? 's' : 'p'} $struck={struck}>
        {title}
      </Title>
      <Small>{[when.moment(at), ...(author ? [author] : [])].join(' · ')}</Small>
      {details.map((line) => (
        <Small key={line}>{line}</Small>
      ))}
      {words ? <Words>{short(words)}</Words> : null}
    </li>
  );
}

/** The case in plain words, the latest first, with what was corrected or did not count. */
export function History() {
  const { language, when } = useEnvironment();
  const { say } = language;
  const { caseAnswer, reload } = useSidebar();
  const { record, reading } = useCase();
  const { value: sources } = useSources();
  const events = caseAnswer?.ok ? caseAnswer.value.events : undefined;
  const entries = useMemo(
    () => (events && sources ? historyOf({ events, audits: sources.audits, record, reading }) : undefined),
    [events, sources, record, reading],
  );
  if (caseAnswer?.ok === false) {
    const { code } = caseAnswer;
    if (code === 'not_set_up') return <Missing text={say('history.notSetUp')} />;
    if (code === 'not_found') return <Missing text={say('history.notYet')} onRetry={() => void reload()} />;
    return <Missing text={say('down.missing')} onRetry={() => void reload()} />;
  }
  if (!entries) return <Loading />;
  return (
    <Stack as="ol" $gap={12} aria-label={say('history.title')}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} author={sources?.names.get(entry.authorId ?? 0)} />
      ))}
      <li>
        <Small>{say('history.zone', { zone: when.zone })}</Small>
      </li>
    </Stack>
  );
}
