import { z } from 'zod';
import { textToHtml } from '../text/convert.ts';
import { shownValues } from '../ticket/state.ts';
import { markdownToHtml } from './markdown.ts';
import type { People } from './people-object.ts';
import { type SurfacePart, valueAt } from './surface.ts';
import { commentObject, ticketObject } from './ticket-object.ts';
import type { AppTicket } from './ticket-port.ts';
import { composerHtml, setTicket, tagsShape } from './ticket-set.ts';

/** The ticket that an app's frame sits beside: read, changed and acted on. */
export function ticketPart(ticket: AppTicket, people: () => People): SurfacePart {
  return {
    get(path) {
      const state = ticket.store.get();
      return valueAt({ ticket: ticketObject(state, people()), comment: commentObject(state) }, path);
    },
    set: (path, value) => setTicket(ticket, path, value),
    invoke: (name, args) => invokeTicket(ticket, name.replace(/^comment\./, 'ticket.comment.'), args),
  };
}

function invokeTicket(
  ticket: AppTicket,
  name: string,
  args: readonly unknown[],
): { result: unknown } | undefined {
  const text = () => z.string({ error: `${name} needs a text` }).parse(args[0]);
  const tags = () => args.flatMap((arg) => tagsShape.parse(arg));
  const actions: Record<string, () => void> = {
    'ticket.tags.add': () => ticket.addTags(tags()),
    'ticket.tags.remove': () => ticket.removeTags(tags()),
    'ticket.comment.appendText': () => ticket.append(textToHtml(text())),
    'ticket.comment.appendMarkdown': () => ticket.append(markdownToHtml(text())),
    'ticket.comment.appendHtml': () => ticket.append(text()),
    'ticket.editor.insert': () => ticket.insert(composerHtml(text())),
  };
  const action = actions[name];
  if (action === undefined) return undefined;
  action();
  // Tag calls answer with the tags as they are then, as Zendesk's do.
  return { result: name.startsWith('ticket.tags.') ? shownValues(ticket.store.get()).tags : null };
}
