import { IconButton } from '@zendeskgarden/react-buttons';
import { Alert, Close, Title } from '@zendeskgarden/react-notifications';
import { useRef } from 'react';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import type { ComposerType } from '../ticket/state.ts';
import { color, hue } from './color.ts';
import { Editor } from './Editor.tsx';
import { BoldIcon, BulletsIcon, ItalicIcon, NoteIcon, NumbersIcon, ReplyIcon } from './icons.tsx';

const Frame = styled.div`
  flex: none;
  padding: 0 16px 12px;
`;

const Box = styled.div<{ $internal: boolean }>`
  border: 1px solid
    ${({ $internal, theme }) => ($internal ? hue('yellow', 400, 800)({ theme }) : color('border.default')({ theme }))};
  border-radius: 8px;
  background: ${({ $internal, theme }) =>
    $internal ? hue('yellow', 100, 1000)({ theme }) : color('background.default')({ theme })};
  box-shadow: 0 2px 6px ${color('shadow.small')};

  &:focus-within {
    border-color: ${({ $internal, theme }) =>
      $internal ? hue('yellow', 600, 600)({ theme }) : color('border.primaryEmphasis')({ theme })};
  }
`;

const Head = styled.div`
  display: flex;
  align-items: center;
  gap: 4px;
  padding: 6px 8px 0;
`;

const Mode = styled.button`
  display: inline-flex;
  align-items: center;
  flex: none;
  gap: 6px;
  padding: 4px 10px;
  white-space: nowrap;
  border: 0;
  border-radius: 4px;
  background: none;
  color: ${color('foreground.subtle')};
  font: inherit;
  cursor: pointer;

  &[aria-pressed='true'] {
    background: ${color('background.emphasis', { transparency: 200 })};
    color: ${color('foreground.default')};
    font-weight: 600;
  }

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
  }
`;

const Recipient = styled.span`
  margin-left: auto;
  overflow: hidden;
  color: ${color('foreground.subtle')};
  font-size: 12px;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

const Tools = styled.div`
  display: flex;
  align-items: center;
  gap: 2px;
  padding: 0 6px 6px;
`;

const modes: readonly { type: ComposerType; key: 'publicReply' | 'internalNote' }[] = [
  { type: 'publicReply', key: 'publicReply' },
  { type: 'internalNote', key: 'internalNote' },
];

/** Where the agent writes: to the customer or a note for the team. */
export function Composer({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users } = useDirectory();
  const { composer, ticket, problem } = useStore(model.store);
  const editor = useRef<HTMLDivElement>(null);
  const requester = users.get(ticket.requester_id);
  if (ticket.status === 'closed') {
    return (
      <Frame>
        <Alert type="info">
          <Title>{words.t('closedTicket')}</Title>
        </Alert>
      </Frame>
    );
  }
  const isInternal = composer.type === 'internalNote';
  return (
    <Frame>
      {problem !== undefined && (
        <Alert type="error" role="alert" style={{ marginBottom: 8 }}>
          <Title>{words.t('notSaved')}</Title>
          {problem}
          <Close aria-label={words.t('close')} onClick={model.dismissProblem} />
        </Alert>
      )}
      <Box $internal={isInternal}>
        <Head>
          {modes.map(({ type, key }) => (
            <Mode
              key={type}
              type="button"
              aria-pressed={composer.type === type}
              onClick={() => model.setComposer({ type })}
            >
              {type === 'publicReply' ? <ReplyIcon /> : <NoteIcon />}
              {words.t(key)}
            </Mode>
          ))}
          {!isInternal && (
            <Recipient>
              {words.t('writeTo')}: {requester?.name}
              {requester?.email ? ` <${requester.email}>` : ''}
            </Recipient>
          )}
        </Head>
        <Editor
          model={model}
          ref={editor}
          label={words.t(isInternal ? 'internalNote' : 'publicReply')}
          placeholder={
            isInternal
              ? words.t('placeholderInternal')
              : words.t('placeholderPublic', { name: requester?.name ?? '' })
          }
        />
        <Formatting />
      </Box>
    </Frame>
  );
}

/** Formatting of the selected text, by the browser's own editing commands. */
function Formatting() {
  const words = useWords();
  const tools = [
    { command: 'bold', label: words.t('bold'), content: <BoldIcon /> },
    { command: 'italic', label: words.t('italic'), content: <ItalicIcon /> },
    { command: 'insertUnorderedList', label: words.t('list'), content: <BulletsIcon /> },
    { command: 'insertOrderedList', label: words.t('numbered'), content: <NumbersIcon /> },
  ];
  return (
    <Tools>
      {tools.map(({ command, label, content }) => (
        <IconButton
          key={command}
          size="small"
          aria-label={label}
          title={label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => document.execCommand(command)}
        >
          {content}
        </IconButton>
      ))}
    </Tools>
  );
}
