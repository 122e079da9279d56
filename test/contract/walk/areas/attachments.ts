import { numberAt, textAt } from '../../support/read.ts';
import type { Area } from '../walk.ts';

export const attachments: Area = async (walk) => {
  const made = await walk.step('POST /uploads', {
    query: { filename: 'letter.txt' },
    raw: { content: 'Dear Sir or Madam', type: 'text/plain' },
  });
  await walk.step('GET /attachments/:id', { at: { id: numberAt(made, 'upload.attachment.id') } });
  const comment = { body: 'See the letter', public: true, uploads: [textAt(made, 'upload.token')] };
  await walk.step('PUT /tickets/:id', { at: { id: 101 }, body: { ticket: { comment } } });
  await walk.step('GET /tickets/:id/comments', { at: { id: 101 } });
};
