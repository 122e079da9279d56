import type { MacroRecord, TicketRecord, UserRecord } from '../account/records.ts';
import { presentTicket } from '../present/ticket.ts';
import { changeOfActions, commentOfActions } from '../rules/change-of-actions.ts';
import type { TicketDeps } from '../rules/draft.ts';
import { customFieldId } from '../rules/field-values.ts';
import { applyChange } from './apply-change.ts';
import { permitted } from './permitted.ts';
import { textFromHtml } from './text.ts';

/** The comment of an applied macro. */
type AppliedComment = {
  body: string;
  html_body?: string;
  public: boolean;
  scoped_body: string[][];
  scoped_html_body?: string[][];
};

/** What the ticket would be after the macro, with the comment it would write. Changes nothing. */
export function applyMacro(
  deps: TicketDeps,
  macro: MacroRecord,
  ticket: TicketRecord,
  actor: UserRecord,
): Record<string, unknown> {
  const copy = structuredClone(ticket);
  const change = changeOfActions(macro.actions, { ticket, actor });
  applyChange(deps.account, copy, permitted(deps.account, change, { user: actor, ticket }));
  const comment = appliedComment(deps, macro, copy, actor);
  const { fields: _all, ...shown } = presentTicket(deps.account, copy);
  const fields = fieldOf(macro);
  return { ...shown, ...(fields ? { fields } : {}), ...(comment ? { comment } : {}) };
}

function appliedComment(
  deps: TicketDeps,
  macro: MacroRecord,
  ticket: TicketRecord,
  actor: UserRecord,
): AppliedComment | undefined {
  const written = commentOfActions(macro.actions);
  if (!written || (written.text === undefined && written.html === undefined)) return undefined;
  const { account, renderer } = deps;
  // Dynamic content follows the language of the requester, who is going to read it.
  const locale = account.users.get(ticket.requester_id)?.locale ?? account.settings.locale;
  const frame = { ticket, actor, audits: account.audits.get(ticket.id) ?? [], locale };
  const isPublic = written.public ?? true;
  if (written.html === undefined) {
    const body = renderer.text(written.text ?? '', frame);
    return { body, public: isPublic, scoped_body: [['channel:all', body]] };
  }
  const html = renderer.html(written.html, frame);
  const body = textFromHtml(html);
  return {
    body,
    html_body: html,
    public: isPublic,
    scoped_body: [['channel:all', body]],
    scoped_html_body: [['channel:all', html]],
  };
}

/** The custom field that a macro sets; with several, the documented shape has room for the last. */
function fieldOf(macro: MacroRecord): { id: number; value: unknown } | undefined {
  const set = macro.actions.flatMap(({ field, value }) => {
    const id = customFieldId(field);
    return id === undefined ? [] : [{ id, value }];
  });
  return set.at(-1);
}

/** What a macro would do on a ticket yet to be written: only what its actions name. */
export function applyMacroToNothing(macro: MacroRecord, actor: UserRecord): Record<string, unknown> {
  const written = commentOfActions(macro.actions);
  const body = written?.html === undefined ? (written?.text ?? '') : textFromHtml(written.html);
  const result: Record<string, unknown> = {};
  for (const action of macro.actions) {
    if (action.field.startsWith('comment_')) continue;
    if (customFieldId(action.field) !== undefined) result.fields = fieldOf(macro);
    else if (action.field === 'current_tags' || action.field === 'set_tags')
      result.tags = String(action.value).split(/\s+/);
    else result[action.field] = action.value === 'current_user' ? actor.id : action.value;
  }
  const html =
    written?.html === undefined
      ? {}
      : { html_body: written.html, scoped_html_body: [['channel:all', written.html]] };
  const comment = written && {
    body,
    ...html,
    public: written.public ?? true,
    scoped_body: [['channel:all', body]],
  };
  return comment ? { ...result, comment } : result;
}
