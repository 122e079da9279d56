import { textOf } from '../../json.ts';
import { presentAttachment } from '../../present/attachment.ts';
import { editComment, withoutFile, withoutText } from '../../tickets/redact.ts';
import type { ApiDeps } from '../api-deps.ts';
import { emptyOk } from '../empty.ts';
import { found } from '../found.ts';
import { liveTicket } from '../live-ticket.ts';
import { type Call, ok, type Route, type RouteRule } from '../route.ts';

const RULE: RouteRule = { scope: 'tickets' };

/** Hiding what a comment says: its text, a file of it, or all of it from the requester. */
export function commentEditRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  const author = (call: Call) => ({ user: call.user, via: call.via });
  route('put', '/tickets/:id/comments/:comment/redact', RULE, (call) => {
    const ticket = liveTicket(account, call.id('id'));
    const text = textOf(call.body.text) ?? '';
    const changed = editComment(
      deps,
      {
        ticket,
        commentId: call.id('comment'),
        change: (comment) => withoutText(comment, text),
        event: { type: 'CommentRedactionEvent' },
      },
      author(call),
    );
    const { id, type, author_id, body, html_body, plain_body, public: isPublic } = changed;
    return ok({ comment: { id, type, author_id, body, html_body, plain_body, public: isPublic } });
  });
  route('put', '/tickets/:id/comments/:comment/make_private', RULE, (call) => {
    hide(deps, call, call.id('comment'));
    return emptyOk();
  });
  route('put', '/tickets/:id/audits/:audit/make_private', RULE, (call) => {
    const audits = account.audits.get(liveTicket(account, call.id('id')).id) ?? [];
    const audit = found(audits.find((one) => one.id === call.id('audit')));
    hide(deps, call, found(audit.events.find((event) => event.type === 'Comment')).id);
    return emptyOk();
  });
  route('put', '/tickets/:id/comments/:comment/attachments/:attachment/redact', RULE, (call) => {
    const attachmentId = call.id('attachment');
    editComment(
      deps,
      {
        ticket: liveTicket(account, call.id('id')),
        commentId: call.id('comment'),
        change: (comment) => withoutFile(account, comment, attachmentId),
        event: { type: 'AttachmentRedactionEvent', attachment_id: attachmentId },
      },
      author(call),
    );
    return ok({ attachment: presentAttachment(account, found(account.attachments.get(attachmentId))) });
  });
}

function hide(deps: ApiDeps, call: Call, commentId: number): void {
  editComment(
    deps,
    {
      ticket: liveTicket(deps.account, call.id('id')),
      commentId,
      change: (comment) => ({ ...comment, public: false }),
      event: { type: 'CommentPrivacyChange', public: false },
    },
    { user: call.user, via: call.via },
  );
}
