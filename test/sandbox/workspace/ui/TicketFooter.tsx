import { Button, ChevronButton, SplitButton } from '@zendeskgarden/react-buttons';
import { Item, Menu } from '@zendeskgarden/react-dropdowns';
import styled from 'styled-components';
import { useStore } from '../state/store.ts';
import { useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { color } from './color.ts';
import { ChevronIcon, MacroIcon } from './icons.tsx';

const Bar = styled.footer`
  display: flex;
  align-items: center;
  flex: none;
  justify-content: space-between;
  gap: 12px;
  padding: 8px 16px;
  border-top: 1px solid ${color('border.default')};
  background: ${color('background.default')};
`;

/** Macros at the left, the submit button with the other statuses at the right. */
export function TicketFooter({ model }: { model: TicketModel }) {
  const { ticket } = useStore(model.store);
  if (ticket.status === 'closed') return null;
  return (
    <Bar>
      <MacroMenu model={model} />
      <SubmitButton model={model} />
    </Bar>
  );
}

function MacroMenu({ model }: { model: TicketModel }) {
  const { directory, notify } = useWorkspace();
  const { macros } = useDirectory();
  const words = useWords();
  const apply = async (id: number) => {
    try {
      await model.applyMacro(id);
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : String(error), kind: 'error', duration: 6000 });
    }
  };
  return (
    <Menu
      placement="top-start"
      maxHeight="320px"
      isCompact
      button={(props) => (
        <Button {...props} size="small" isNeutral>
          <Button.StartIcon>
            <MacroIcon />
          </Button.StartIcon>
          {words.t('applyMacro')}
        </Button>
      )}
      onChange={({ value, isExpanded }) => {
        // A macro made since the page was opened is there when the menu is.
        if (isExpanded) void directory.reload();
        if (value !== undefined) void apply(Number(value));
      }}
    >
      {macros.map((macro) => (
        <Item key={macro.id} value={String(macro.id)} label={macro.title} />
      ))}
      {macros.length === 0 && <Item value="none" isDisabled label={words.t('noMacros')} />}
    </Menu>
  );
}

const statuses = ['open', 'pending', 'hold', 'solved'];

function SubmitButton({ model }: { model: TicketModel }) {
  const state = useStore(model.store);
  const { notify } = useWorkspace();
  const words = useWords();
  const { status } = shownValues(state);
  const submitAs = (it: string) => words.t('submitAs', { status: words.value('status', it) });
  const submit = async (next?: string) => {
    if (await model.submit(next)) {
      notify({ text: words.t('saved', { id: model.id }), kind: 'success', duration: 3000 });
    }
  };
  return (
    <SplitButton>
      <Button isPrimary size="small" disabled={state.submitting} onClick={() => void submit()}>
        {submitAs(status)}
      </Button>
      <Menu
        placement="top-end"
        isCompact
        style={{ width: 260 }}
        button={(props) => (
          <ChevronButton
            {...props}
            isPrimary
            size="small"
            disabled={state.submitting}
            aria-label={words.t('otherStatuses')}
          >
            <ChevronIcon />
          </ChevronButton>
        )}
        onChange={({ value }) => {
          if (value !== undefined) void submit(value);
        }}
      >
        {statuses.map((it) => (
          <Item key={it} value={it} label={submitAs(it)} />
        ))}
      </Menu>
    </SplitButton>
  );
}
