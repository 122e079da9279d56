import { listAt, numberAt, textAt } from '../../support/read.ts';
import type { Area, Walk } from '../walk.ts';

/** A comment with an attachment. @returns the ids of its audit, itself and its attachment */
async function comment(walk: Walk, body: string) {
  const upload = await walk.step('POST /uploads', {
    query: { filename: 'letter.txt' },
    raw: { content: 'Dear Sir or Madam', type: 'text/plain' },
  });
  const made = await walk.step('PUT /tickets/:id', {
    at: { id: 101 },
    body: { ticket: { comment: { body, public: true, uploads: [textAt(upload, 'upload.token')] } } },
  });
  const comments = await walk.step('GET /tickets/:id/comments', { at: { id: 101 } });
  const last = listAt(comments, 'comments').at(-1);
  return {
    audit: numberAt(made, 'audit.id'),
    comment: numberAt(last, 'id'),
    attachment: numberAt(last, 'attachments.0.id'),
  };
}

export const commentEdits: Area = async (walk) => {
  const first = await comment(walk, 'My number is 4711');
  await walk.step('PUT /tickets/:id/comments/:comment/redact', {
    at: { id: 101, ...first },
    body: { text: '4711' },
  });
  await walk.step('PUT /tickets/:id/comments/:comment/attachments/:attachment/redact', {
    at: { id: 101, ...first },
  });
  await walk.step('PUT /tickets/:id/comments/:comment/make_private', { at: { id: 101, ...first } });
  const second = await comment(walk, 'Another');
  await walk.step('PUT /tickets/:id/audits/:audit/make_private', { at: { id: 101, ...second } });
  await walk.step('GET /tickets/:id/audits', { at: { id: 101 } });
};

export const uploads: Area = async (walk) => {
  const upload = () =>
    walk.step('POST /uploads', { query: { filename: 'a.txt' }, raw: { content: 'A', type: 'text/plain' } });
  await walk.step('DELETE /uploads/:token', { at: { token: textAt(await upload(), 'upload.token') } });
  const id = numberAt(await upload(), 'upload.attachment.id');
  await walk.step('PUT /attachments/:id', {
    at: { id },
    body: { attachment: { malware_access_override: true } },
  });
  await walk.step('DELETE /attachments/:id', { at: { id } });
};
