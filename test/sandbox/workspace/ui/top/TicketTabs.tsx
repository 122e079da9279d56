import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { useStore } from '../../state/store.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import { PlusIcon } from '../icons.tsx';
import { TicketTab } from './TicketTab.tsx';

const List = styled.nav`
  display: flex;
  flex: 1;
  align-items: center;
  min-width: 0;
  height: 100%;
  overflow: hidden;
`;

/** Open tickets as tabs, and the way to a new one. */
export function TicketTabs() {
  const { tabs, navigation } = useWorkspace();
  const words = useWords();
  const open = useStore(tabs.store);
  return (
    <List aria-label={words.t('ticketTabs')}>
      {open.map((tab) => (
        <TicketTab key={tab.key} tab={tab} />
      ))}
      <Button
        size="small"
        isBasic
        style={{ flex: 'none', margin: '0 8px' }}
        onClick={() => navigation.go({ page: 'new', number: tabs.nextNew() })}
      >
        <Button.StartIcon>
          <PlusIcon />
        </Button.StartIcon>
        {words.t('newTab')}
      </Button>
    </List>
  );
}
