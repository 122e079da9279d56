import styled from 'styled-components';
import type { AskedItem } from '../../../../domain/asked-items.ts';
import type { TextKey } from '../../../ui/language.ts';
import { Help } from '../../../ui/layout.tsx';
import { useAction } from '../../use-action.ts';
import type { ActionProps } from '../action.ts';
import { PostAction } from '../post/PostAction.tsx';
import { ActionForm } from '../shared/ActionForm.tsx';
import { useLetter } from '../shared/use-letter.ts';
import { useMissing } from './use-missing.ts';

const NAMES: Readonly<Record<AskedItem, TextKey>> = {
  summary: 'ask.summary',
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

/** Puts a request for what is missing, and for nothing else, into the reply or into a letter. */
export function AskEvidenceForm(props: ActionProps) {
  const { reading, byPost, onClose } = props;
  const { say } = reading.language;
  const missing = useMissing();
  const letter = useLetter();
  const { run, ...action } = useAction();
  if (missing.length === 0) {
    return (
      <ActionForm title={say('ask.title')} onCancel={onClose}>
        <Help style={{ textAlign: 'left' }}>{say('ask.nothing')}</Help>
      </ActionForm>
    );
  }
  if (byPost) return <PostAction {...props} kind="ask_evidence" asked={missing} />;
  const insert = (): void =>
    void run(async () => {
      await letter('ask_evidence', say('ask.event'), { asked: missing });
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
      <section>
        <Title>{say('ask.missing')}</Title>
        <List>
          {missing.map((item) => (
            <li key={item}>{say(NAMES[item])}</li>
          ))}
        </List>
      </section>
    </ActionForm>
  );
}
