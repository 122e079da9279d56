import { Button, IconButton } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import { useParts, useStore } from '../../state/store.ts';
import type { Tab } from '../../state/tabs.ts';
import { useWords, useWorkspace } from '../../state/workspace.ts';
import type { TicketModel } from '../../ticket/model.ts';
import { isUnsaved, shownValues } from '../../ticket/state.ts';
import { color } from '../color.ts';
import { Dialog } from '../Dialog.tsx';
import { CloseIcon, TicketIcon } from '../icons.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { placeOfTab, useCloseTab } from './use-close-tab.ts';

const Item = styled.div<{ $current: boolean }>`
  display: flex;
  align-items: center;
  height: 100%;
  min-width: 90px;
  max-width: 220px;
  flex: 0 1 220px;
  padding: 0 6px 0 12px;
  gap: 6px;
  border-right: 1px solid ${color('border.subtle')};
  background: ${({ $current, theme }) => color($current ? 'background.subtle' : 'background.default')({ theme })};
  box-shadow: ${({ $current, theme }) => ($current ? `inset 0 -3px ${color('border.primaryEmphasis')({ theme })}` : 'none')};
`;

const TabLink = styled(PlaceLink)`
  display: flex;
  flex: 1;
  min-width: 0;
  flex-direction: column;
  border-radius: 4px;
  color: ${color('foreground.default')};
  line-height: 16px;
  text-decoration: none;

  &:focus-visible {
    outline: 2px solid ${color('border.primaryEmphasis')};
  }

  b,
  span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  b {
    font-weight: 600;
    font-size: 13px;
  }

  span {
    color: ${color('foreground.subtle')};
    font-size: 12px;
  }
`;

const Dot = styled.i`
  width: 8px;
  height: 8px;
  flex: none;
  border-radius: 50%;
  background: ${color('foreground.warning')};
`;

/** One tab; closing asks first where something would be lost. */
export function TicketTab({ tab }: { tab: Tab }) {
  const { navigation } = useWorkspace();
  const words = useWords();
  const close = useCloseTab();
  const place = useStore(navigation.place);
  const own = placeOfTab(tab);
  const isCurrent =
    own.page === 'new'
      ? place.page === 'new' && place.number === own.number
      : place.page === 'ticket' && place.ticket === tab.id;
  const [isAsking, setAsking] = useState(false);
  const label = tab.id === undefined ? words.t('closeNewTab') : words.t('closeTab', { id: tab.id });
  return (
    <Item $current={isCurrent}>
      <TicketIcon style={{ flex: 'none' }} />
      <TabLink to={own} aria-current={isCurrent ? 'page' : undefined}>
        <b>{tab.model ? <SubjectOf model={tab.model} /> : words.t('ticket')}</b>
        <span>{tab.id === undefined ? words.t('newTicket') : `#${tab.id}`}</span>
      </TabLink>
      {tab.model && <UnsavedMark model={tab.model} />}
      <IconButton
        size="small"
        aria-label={label}
        onClick={() => (isTabUnsaved(tab) ? setAsking(true) : close(tab))}
      >
        <CloseIcon width={12} height={12} />
      </IconButton>
      {isAsking && (
        <Dialog
          title={label}
          width={420}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button size="small" isBasic onClick={() => setAsking(false)}>
                {words.t('keepEditing')}
              </Button>
              <Button size="small" isPrimary isDanger onClick={() => close(tab)}>
                {words.t('discard')}
              </Button>
            </>
          }
        >
          {words.t('unsavedQuestion')}
        </Dialog>
      )}
    </Item>
  );
}

function isTabUnsaved({ model }: Tab): boolean {
  return model !== undefined && isUnsaved(model.store.get());
}

function UnsavedMark({ model }: { model: TicketModel }) {
  const words = useWords();
  if (!isUnsaved(useStore(model.store))) return null;
  return <Dot role="img" aria-label={words.t('unsaved')} title={words.t('unsaved')} />;
}

function SubjectOf({ model }: { model: TicketModel }) {
  const words = useWords();
  return <>{shownValues(useParts(model.store, 'ticket', 'draft')).subject || words.t('noSubject')}</>;
}
