import { Button } from '@zendeskgarden/react-buttons';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/*
 * What Zendesk's own starter for React comes to: Garden's theme and a button, a greeting by the user's name. The page
 * that the sidebar's start is measured beside.
 */
declare const ZAFClient: { init(): { get(path: string): Promise<Record<string, { name?: string }>> } };

async function start(root: HTMLElement): Promise<void> {
  const client = ZAFClient.init();
  const { currentUser } = await client.get('currentUser');
  const greeting = createElement('h2', null, `Hi ${currentUser?.name ?? ''}, this is a starter app`);
  const button = createElement(Button, { isPrimary: true }, 'Default button');
  createRoot(root).render(createElement(ThemeProvider, null, createElement('main', null, greeting, button)));
}

const root = document.getElementById('root');
if (root) void start(root);
