import styled from 'styled-components';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../../domain/guidance.ts';
import type { TextKey } from '../../../ui/language.ts';
import { Help } from '../../../ui/layout.tsx';
import { useSidebar } from '../../SidebarContext.tsx';
import { useAction } from '../../use-action.ts';
import type { ActionProps } from '../action.ts';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useLetter } from '../shared/use-letter.ts';

const NAMES: Readonly<Record<EvidenceKind, TextKey>> = {
  references: 'ask.references',
  staff: 'ask.staff',
  times: 'ask.times',
  phones: 'ask.phones',
  emails: 'ask.emails',
};

const List = styled.ul`
  margin-top: 4px;
  padding-left: 20px;
  list-style: disc;
  line-height: ${({ theme }) => theme.lineHeights.md};
`;

const Title = styled.h3`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
`;

/** What the company asks for and the ticket's fields don't hold. */
function useMissing(): EvidenceKind[] {
  const { policy, fields, ticket } = useSidebar();
  const asked = policy?.guidance.evidence ?? EVIDENCE_KINDS;
  return asked.filter((kind) => {
    const field = fields[`evidence_${kind}`];
    return field !== undefined && !ticket.fields.get(field.id);
  });
}

/** Puts the request for what is missing into the reply: the macro itself asks for what the fields don't hold. */
export function AskEvidenceForm({ reading, onClose }: ActionProps) {
  const { say } = reading.language;
  const missing = useMissing();
  const letter = useLetter();
  const { run, ...action } = useAction();
  const insert = (): void =>
    void run(async () => {
      await letter('ask_evidence', say('ask.event'));
      onClose();
    });
  return (
    <ActionForm
      title={say('ask.title')}
      text={say('ask.text')}
      submit={say('ask.insert')}
      help={say('act.sentLater')}
      onSubmit={insert}
      onCancel={onClose}
      {...action}
    >
      {missing.length === 0 ? (
        <Help style={{ textAlign: 'left' }}>{say('ask.nothing')}</Help>
      ) : (
        <section>
          <Title>{say('ask.missing')}</Title>
          <List>
            {missing.map((kind) => (
              <li key={kind}>{say(NAMES[kind])}</li>
            ))}
          </List>
        </section>
      )}
    </ActionForm>
  );
}
