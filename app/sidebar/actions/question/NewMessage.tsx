import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { color } from '../../../ui/color.ts';
import { useEnvironment } from '../../../ui/Environment.tsx';
import { Failure } from '../../../ui/Failure.tsx';
import { useAnnounce } from '../../../ui/LiveRegion.tsx';
import { useCase } from '../../CaseContext.tsx';
import { recordNoted } from '../../record/noted.ts';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import { useComments } from '../../use-comments.ts';
import { newMessage, quoteOf } from './new-message.ts';

const Panel = styled.section`
  display: grid;
  gap: 8px;
  padding: 12px;
  border: ${({ theme }) => theme.borders.sm} ${color('border.subtle')};
  border-radius: ${({ theme }) => theme.borderRadii.md};
`;

const Title = styled.h3`
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

const Quote = styled.blockquote`
  margin: 0 0 4px;
  overflow-wrap: anywhere;
`;

/** A message after the formal response: the agent says whether it asks for another look or only for an answer. */
export function NewMessage() {
  const { language, when, now } = useEnvironment();
  const { say } = language;
  const { host, ticketId, ticket, act, reload } = useSidebar();
  const { record, allowed } = useCase();
  const announce = useAnnounce();
  const action = useAction();
  const comments = useComments(allowed.includes('question'));
  const message = allowed.includes('question') && newMessage(comments ?? [], record, ticket.requesterId);
  if (!message) return null;
  const question = (): void =>
    void action.run(async () => {
      const audit = message.auditId === undefined ? {} : { of_audit: String(message.auditId) };
      const note = say('done.questionNote', { when: when.moment(message.at) });
      await recordNoted(host, ticketId, { topic: 'question', with: audit, note });
      announce(say('done.questionNoted'));
      await reload();
    });
  return (
    <Panel aria-labelledby="new-message">
      <Title id="new-message">{say('done.message', { time: when.shortMoment(message.at, now()) })}</Title>
      <Quote>{say('done.quote', { text: quoteOf(message.text) })}</Quote>
      {allowed.includes('appeal') ? (
        <Button isPrimary isStretched size="small" disabled={action.busy} onClick={() => act('appeal')}>
          {say('done.appeal')}
        </Button>
      ) : null}
      <Button isStretched size="small" disabled={action.busy} onClick={question}>
        {say('done.question')}
      </Button>
      <Failure text={action.failure} />
    </Panel>
  );
}
