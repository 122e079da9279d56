import { useRef } from 'react';
import styled from 'styled-components';
import { useParts, useStore } from '../state/store.ts';
import { useDirectory, useWords } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { type ComposerType, shownValues } from '../ticket/state.ts';
import { color, hue } from './color.ts';
import { Editor } from './Editor.tsx';
import { NoteIcon, ReplyIcon } from './icons.tsx';
import { ClosedNotice } from './ticket/ClosedNotice.tsx';
import { Collision } from './ticket/Collision.tsx';
import { Formatting } from './ticket/Formatting.tsx';
import { ProblemNotice } from './ticket/ProblemNotice.tsx';
import { Recipients } from './ticket/Recipients.tsx';
import { UploadList } from './ticket/UploadList.tsx';

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

const modes: readonly { type: ComposerType; key: 'publicReply' | 'internalNote' }[] = [
  { type: 'publicReply', key: 'publicReply' },
  { type: 'internalNote', key: 'internalNote' },
];

/** Where the agent writes: to the customer or a note for the team. A closed ticket takes no more. */
export function Composer({ model }: { model: TicketModel }) {
  const { ticket } = useParts(model.store, 'ticket');
  return (
    <Frame>
      {ticket.status === 'closed' ? <ClosedNotice model={model} /> : <OpenComposer model={model} />}
    </Frame>
  );
}

function OpenComposer({ model }: { model: TicketModel }) {
  const words = useWords();
  const { users } = useDirectory();
  const state = useStore(model.store);
  const { composer } = state;
  const editor = useRef<HTMLDivElement>(null);
  const { requesterId } = shownValues(state);
  const name = requesterId === null ? '' : (users.get(requesterId)?.name ?? '');
  const isInternal = composer.type === 'internalNote';
  return (
    <>
      <ProblemNotice model={model} />
      <Collision model={model} />
      <Box $internal={isInternal}>
        <Head>
          {modes.map(({ type, key }) => (
            <Mode
              key={type}
              type="button"
              aria-pressed={composer.type === type}
              onClick={() => {
                model.setComposer({ type });
                editor.current?.focus();
              }}
            >
              {type === 'publicReply' ? <ReplyIcon /> : <NoteIcon />}
              {words.t(key)}
            </Mode>
          ))}
          {!isInternal && <Recipients model={model} />}
        </Head>
        <Editor
          model={model}
          ref={editor}
          label={words.t(isInternal ? 'internalNote' : 'publicReply')}
          placeholder={
            isInternal
              ? words.t('placeholderInternal')
              : name === ''
                ? words.t('placeholderNew')
                : words.t('placeholderPublic', { name })
          }
        />
        <UploadList model={model} />
        <Formatting model={model} />
      </Box>
    </>
  );
}
