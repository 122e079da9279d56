import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { Item, Menu } from '@zendeskgarden/react-dropdowns';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import { ACTION_IDS, type ActionId } from '../../../domain/actions.ts';
import { color } from '../../ui/color.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { DotsIcon } from '../../ui/icons.tsx';
import { useRoomBelow } from '../../ui/use-room-below.ts';
import { useCase } from '../CaseContext.tsx';
import { useSidebar } from '../SidebarContext.tsx';
import { ACTIONS, menuOf } from './registry.ts';

/** Each item says in a second line what it will do. */
const Hint = styled.span`
  display: block;
  color: ${color('foreground.subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  font-weight: ${({ theme }) => theme.fontWeights.regular};
`;

const Entry = styled(Item)`
  && {
    padding: 6px 16px;
  }

  /* Garden keeps room for the mark of a chosen item; nothing here is ever chosen. */
  && > [data-garden-id='dropdowns.combobox.option.type_icon'] {
    display: none;
  }
`;

/**
 * What else can be done about the case: only what it allows now. Nothing is shown where there is nothing. `alone`: with
 * no button beside it three dots would be lost, so it says what it is.
 */
export function ActionMenu({ alone = false }: { alone?: boolean }) {
  const { say } = useEnvironment().language;
  const { allowed } = useCase();
  const { act, host, ticketId, environment } = useSidebar();
  const [isExpanded, setExpanded] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  useRoomBelow(list, isExpanded);
  const items = menuOf(allowed, { hasPage: environment.serviceUrl !== undefined });
  if (items.length === 0) return null;
  const choose = (id: ActionId): void => {
    const { page } = ACTIONS[id];
    if (!page) act(id);
    else host.openPage(page(ticketId)).catch(() => host.notify(say('act.noPage'), 'error'));
  };
  return (
    <Menu
      ref={list}
      aria-label={say('menu.label')}
      placement="bottom-end"
      fallbackPlacements={['bottom-end']}
      maxHeight="none"
      // Else it would keep to the room that there is before the page is made higher, and cut off its end.
      minHeight="fit-content"
      isExpanded={isExpanded}
      onChange={({ isExpanded: expanded, value }) => {
        if (expanded !== undefined) setExpanded(expanded);
        // An item is chosen where its value comes with the closing; these items keep no selection.
        const id = expanded === false ? ACTION_IDS.find((one) => one === value) : undefined;
        if (id) choose(id);
      }}
      button={(props) =>
        alone ? (
          <Button {...props} isStretched>
            {say('menu.label')}
          </Button>
        ) : (
          <IconButton {...props} isBasic={false} isPill={false} aria-label={say('menu.label')}>
            <DotsIcon />
          </IconButton>
        )
      }
    >
      {items.map((id) => (
        <Entry key={id} value={id} label={say(ACTIONS[id].label)}>
          {say(ACTIONS[id].label)}
          <Hint>{say(ACTIONS[id].hint)}</Hint>
        </Entry>
      ))}
    </Menu>
  );
}
