import type express from 'express';
import type { AttachmentRecord } from '../../account/records.ts';
import { stampOf } from '../../account/stamp.ts';
import { badRequest, forbidden, recordInvalid } from '../../fault.ts';
import { flagOf, idOf } from '../../json.ts';
import { presentAttachment, presentAttachments } from '../../present/attachment.ts';
import type { ApiDeps } from '../api-deps.ts';
import { bodyOf } from '../body-of.ts';
import { found } from '../found.ts';
import { type Call, created, noContent, ok, type Route } from '../route.ts';

/** An upload waits so long for its comment. */
const UPLOAD_MS = 3_600_000;
/** Largest file. */
const LARGEST_BYTES = 52_428_800;

/** `/uploads` (raw body, read by the app) and `/attachments/{id}`. */
export function attachmentRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('post', '/uploads', { role: 'end-user' }, (call) => {
    const attachment = readUpload(deps, call);
    const token = call.query.token ?? account.ids.ulid().toLowerCase();
    const before = account.uploads.get(token);
    if (call.query.token !== undefined && !before)
      throw badRequest(
        'You passed an invalid value for the token attribute. Invalid parameter: token is not valid',
      );
    account.attachments.set(attachment.id, attachment);
    const expiresAt = before?.expiresAt ?? account.clock.now() + UPLOAD_MS;
    const attachmentIds = [...(before?.attachmentIds ?? []), attachment.id];
    account.uploads.set(token, { attachmentIds, expiresAt });
    return created({
      upload: {
        token,
        expires_at: stampOf(expiresAt),
        attachment: presentAttachment(account, attachment),
        attachments: presentAttachments(account, attachmentIds),
      },
    });
  });
  route('delete', '/uploads/:token', { role: 'end-user' }, (call) => {
    const token = call.param('token');
    for (const id of found(account.uploads.get(token)).attachmentIds) account.attachments.delete(id);
    account.uploads.delete(token);
    return noContent();
  });
  route('get', '/attachments/:id', {}, (call) =>
    ok({ attachment: presentAttachment(account, found(account.attachments.get(call.id('id')))) }),
  );
  changeRoutes(route, deps);
}

function changeRoutes(route: Route, deps: ApiDeps): void {
  const { account } = deps;
  route('put', '/attachments/:id', { role: 'admin' }, (call) => {
    const known = found(account.attachments.get(call.id('id')));
    const override = flagOf(bodyOf(call, 'attachment').malware_access_override);
    const attachment = { ...known, malware_access_override: override ?? known.malware_access_override };
    account.attachments.set(known.id, attachment);
    return ok({ attachment: presentAttachment(account, attachment) });
  });
  // Only what is not on a comment yet can be deleted; the rest is redacted there.
  route('delete', '/attachments/:id', {}, (call) => {
    const { id } = found(account.attachments.get(call.id('id')));
    const waiting = [...account.uploads].find(([, upload]) => upload.attachmentIds.includes(id));
    if (!waiting) throw forbidden();
    const [token, upload] = waiting;
    account.uploads.set(token, {
      ...upload,
      attachmentIds: upload.attachmentIds.filter((one) => one !== id),
    });
    account.attachments.delete(id);
    return noContent();
  });
}

/** The file of an upload. @throws Fault 400 without a name, 422 for one too large */
function readUpload(deps: ApiDeps, call: Call): AttachmentRecord {
  const content = call.raw ?? Buffer.alloc(0);
  const { filename } = call.query;
  if (!filename)
    throw badRequest(
      'You passed an invalid value for the filename attribute. Invalid parameter: filename is required',
    );
  if (content.length > LARGEST_BYTES) {
    const description = 'Attachment: is too large (maximum is 50 MB)';
    throw recordInvalid({ base: [{ description, error: 'TooLarge' }] });
  }
  return {
    id: deps.account.ids.next(),
    file_name: filename,
    content,
    size: content.length,
    content_type: call.header('content-type') ?? 'application/octet-stream',
    inline: flagOf(call.query.inline) ?? false,
    redacted: false,
    malware_access_override: false,
    malware_scan_result: 'malware_not_found',
  };
}

/** `GET /attachments/{id}/?name=`: the file itself, for whoever has the link. */
export function attachmentContent(router: express.Router, deps: ApiDeps): void {
  router.get('/attachments/:id', (req, res) => {
    const attachment = deps.account.attachments.get(idOf(req.params.id) ?? 0);
    const barred = attachment?.malware_scan_result === 'malware_found' && !attachment.malware_access_override;
    if (!attachment || barred) {
      res.sendStatus(attachment ? 403 : 404);
      return;
    }
    res
      .type(attachment.content_type)
      .set('Content-Disposition', `inline; filename="${encodeURIComponent(attachment.file_name)}"`);
    res.send(attachment.content);
  });
}
