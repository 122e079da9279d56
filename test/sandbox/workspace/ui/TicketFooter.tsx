import { Button, ChevronButton, SplitButton } from '@zendeskgarden/react-buttons';
import { Item, ItemGroup, Menu } from '@zendeskgarden/react-dropdowns';
import styled from 'styled-components';
import type { AfterSubmit } from '../state/after-submit.ts';
import { useParts, useStore } from '../state/store.ts';
import { useDirectory, useWords, useWorkspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shownValues } from '../ticket/state.ts';
import { isUploading } from '../ticket/uploads.ts';
import { color } from './color.ts';
import { ChevronIcon } from './icons.tsx';
import { MacroMenu } from './ticket/MacroMenu.tsx';
import { submitChoices } from './ticket/submit-choices.ts';
import { useSubmit } from './ticket/use-submit.ts';

const Bar = styled.footer`
  display: flex;
  align-items: center;
  flex: none;
  gap: 12px;
  padding: 8px 16px;
  border-top: 1px solid ${color('border.default')};
  background: ${color('background.default')};
`;

/** Macros at the left, what happens after the submit, and the submit button with the other statuses. */
export function TicketFooter({ model }: { model: TicketModel }) {
  const { ticket } = useParts(model.store, 'ticket');
  if (ticket.status === 'closed') return null;
  return (
    <Bar>
      <MacroMenu model={model} />
      <span style={{ flex: 1 }} />
      <AfterSubmitMenu />
      <SubmitButton model={model} />
    </Bar>
  );
}

const afterwards: readonly { value: AfterSubmit; key: 'stayOnTicket' | 'closeAfter' }[] = [
  { value: 'stay', key: 'stayOnTicket' },
  { value: 'close', key: 'closeAfter' },
];

function AfterSubmitMenu() {
  const { afterSubmit } = useWorkspace();
  const words = useWords();
  const choice = useStore(afterSubmit.choice);
  return (
    <Menu
      placement="top-end"
      isCompact
      button={(props) => (
        <Button {...props} size="small" isBasic isNeutral>
          {words.t(choice === 'stay' ? 'stayOnTicket' : 'closeAfter')}
          <Button.EndIcon>
            <ChevronIcon />
          </Button.EndIcon>
        </Button>
      )}
      selectedItems={[{ value: choice, name: 'after', type: 'radio' }]}
      onChange={({ value }) => {
        const chosen = afterwards.find((it) => it.value === value);
        if (chosen) afterSubmit.choose(chosen.value);
      }}
    >
      <ItemGroup type="radio" aria-label={words.t('afterSubmit')}>
        {afterwards.map(({ value, key }) => (
          <Item key={value} name="after" value={value} label={words.t(key)} />
        ))}
      </ItemGroup>
    </Menu>
  );
}

function SubmitButton({ model }: { model: TicketModel }) {
  const state = useStore(model.store);
  const { customStatuses } = useDirectory();
  const words = useWords();
  const submit = useSubmit();
  const isBusy = state.submitting || isUploading(state.composer.uploads);
  const choices = submitChoices(state.ticket, customStatuses, words);
  const { status, customStatusId } = shownValues(state);
  const current =
    choices.find((it) => it.change.customStatusId === customStatusId && it.change.status === status) ??
    choices.find((it) => it.change.status === status);
  const label = (name: string) => words.t('submitAs', { status: name });
  return (
    <SplitButton>
      <Button isPrimary size="small" disabled={isBusy} onClick={() => void submit(model, current?.change)}>
        {label(current?.label ?? words.value('status', status))}
      </Button>
      <Menu
        placement="top-end"
        isCompact
        maxHeight="420px"
        style={{ width: 260 }}
        button={(props) => (
          <ChevronButton
            {...props}
            isPrimary
            size="small"
            disabled={isBusy}
            aria-label={words.t('otherStatuses')}
          >
            <ChevronIcon />
          </ChevronButton>
        )}
        onChange={({ value }) => {
          const chosen = choices.find((it) => it.value === value);
          if (chosen) void submit(model, chosen.change);
        }}
      >
        {choices.map((it) => (
          <Item key={it.value} value={it.value} label={label(it.label)} />
        ))}
      </Menu>
    </SplitButton>
  );
}
