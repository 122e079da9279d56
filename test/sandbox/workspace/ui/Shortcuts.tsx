import { useEffect } from 'react';
import { useWorkspace } from '../state/workspace.ts';
import type { TicketModel } from '../ticket/model.ts';
import { shortcutOf } from './shortcut-of.ts';
import { useSubmit } from './ticket/use-submit.ts';
import { useCloseTab } from './top/use-close-tab.ts';

/** Zendesk's keyboard shortcuts, for the ticket in front and the whole page. */
export function Shortcuts() {
  const workspace = useWorkspace();
  const submit = useSubmit();
  const closeTab = useCloseTab();
  useEffect(() => {
    const { navigation, tabs } = workspace;
    const inFront = () => {
      const place = navigation.place.get();
      const key =
        place.page === 'ticket'
          ? `ticket/${place.ticket}`
          : place.page === 'new'
            ? `new/${place.number}`
            : '';
      return tabs.store.get().find((tab) => tab.key === key);
    };
    const compose = (model: TicketModel, type: 'publicReply' | 'internalNote') => {
      model.setComposer({ type });
      visible('[role="textbox"][contenteditable]')?.focus();
    };
    const onKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === undefined) return;
      event.preventDefault();
      const tab = inFront();
      if (shortcut.kind === 'new') return navigation.go({ page: 'new', number: tabs.nextNew() });
      if (shortcut.kind === 'views') return navigation.go({ page: 'view', view: 'open' });
      if (shortcut.kind === 'search')
        return document.querySelector<HTMLElement>('[data-shortcut="search"]')?.focus();
      if (tab?.model === undefined) return;
      if (shortcut.kind === 'close') return closeTab(tab);
      if (shortcut.kind === 'macro') return visible('[data-shortcut="macro"]')?.click();
      if (shortcut.kind === 'compose') return compose(tab.model, shortcut.type);
      if (shortcut.kind !== 'submit' || tab.model.store.get().ticket.status === 'closed') return;
      void submit(tab.model, shortcut.status === undefined ? undefined : { status: shortcut.status });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  return null;
}

/** The control of the ticket in front; others stay in the page behind it. */
function visible(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`main:not([hidden]) ${selector}`);
}
