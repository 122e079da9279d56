import type express from 'express';
import { idOf } from '../../json.ts';
import { presentAttachment } from '../../present/attachment.ts';
import type { ApiDeps } from '../api-deps.ts';
import { found } from '../found.ts';
import { created, ok, type Route } from '../route.ts';

/** `/uploads` (raw body, read by the app) and `/attachments/{id}`. */
export function attachmentRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('post', '/uploads', {}, (call) => {
    const content = call.raw ?? Buffer.alloc(0);
    const attachment = {
      id: account.ids.next(),
      file_name: call.query.filename ?? 'file',
      content,
      size: content.length,
      content_type: call.header('content-type') ?? 'application/octet-stream',
    };
    account.attachments.set(attachment.id, attachment);
    const token = call.query.token ?? account.ids.ulid().toLowerCase();
    account.uploads.set(token, [...(account.uploads.get(token) ?? []), attachment.id]);
    const shown = presentAttachment(account, attachment);
    return created({
      upload: { token, expires_at: account.stamp(), attachment: shown, attachments: [shown] },
    });
  });
  route('get', '/attachments/:id', {}, (call) =>
    ok({ attachment: presentAttachment(account, found(account.attachments.get(call.id('id')))) }),
  );
}

/** `GET /attachments/{id}/?name=`: the file itself, for whoever has the link. */
export function attachmentContent(router: express.Router, deps: ApiDeps): void {
  router.get('/attachments/:id', (req, res) => {
    const attachment = deps.account.attachments.get(idOf(req.params.id) ?? 0);
    if (!attachment) {
      res.sendStatus(404);
      return;
    }
    res
      .type(attachment.content_type)
      .set('Content-Disposition', `inline; filename="${encodeURIComponent(attachment.file_name)}"`);
    res.send(attachment.content);
  });
}
