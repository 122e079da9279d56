import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { composer, type Desk, deskSeed, deskTicket, people, startDesk, submit } from './support/desk.ts';

/** A red dot. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'base64',
);

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk(deskSeed({ tickets: [deskTicket(101), deskTicket(102), deskTicket(103)] }));
});
afterEach(() => desk.closePages());
afterAll(() => desk?.stop());

async function commentsOf(id: number): Promise<unknown> {
  return (await desk.rest(people.admin, 'GET', `tickets/${id}/comments.json`)).comments;
}

test('files go with the reply, and are shown, looked at and downloaded', async () => {
  const page = await desk.open('/tickets/101');
  await composer(page).fill('See the pictures.');
  await page
    .getByLabel('Attach files')
    .last()
    .setInputFiles([
      { name: 'lock.png', mimeType: 'image/png', buffer: png },
      { name: 'offer.txt', mimeType: 'text/plain', buffer: Buffer.from('Two locks, 40 pounds.') },
      { name: 'wrong.txt', mimeType: 'text/plain', buffer: Buffer.from('not this one') },
    ]);
  const files = page.getByRole('list', { name: 'Files to send' });
  await expect.poll(() => files.getByRole('listitem').count()).toBe(3);
  await files.getByRole('button', { name: 'Remove file wrong.txt' }).click();
  await expect.poll(() => files.getByRole('progressbar').count()).toBe(0);
  await submit(page);
  const reply = page.getByRole('article', { name: 'Public reply by Amira Shah' });
  await reply.getByRole('link', { name: 'offer.txt' }).waitFor();
  expect(await commentsOf(101)).toContainEqual(
    expect.objectContaining({
      body: 'See the pictures.',
      attachments: [
        expect.objectContaining({ file_name: 'lock.png', content_type: 'image/png', size: png.length }),
        expect.objectContaining({ file_name: 'offer.txt', content_type: 'text/plain' }),
      ],
    }),
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    reply.getByRole('link', { name: 'offer.txt' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('offer.txt');
  await reply.getByRole('button', { name: 'Show lock.png' }).click();
  const picture = page.getByRole('dialog', { name: 'lock.png' }).getByRole('img', { name: 'lock.png' });
  await expect.poll(() => picture.evaluate((it) => ('naturalWidth' in it ? it.naturalWidth : 0))).toBe(5);
});

test('a file alone is a message, and the button waits until it has arrived', async () => {
  const page = await desk.open('/tickets/102');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/v2/uploads.json*', async (route) => {
    await held;
    await route.continue();
  });
  const button = page.getByRole('button', { name: /^Submit as/ });
  await page
    .getByLabel('Attach files')
    .last()
    .setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await page.getByRole('progressbar', { name: 'Uploading plan.pdf' }).waitFor();
  await expect.poll(() => button.isDisabled()).toBe(true);
  release();
  await expect.poll(() => button.isEnabled()).toBe(true);
  await button.click();
  await page.getByRole('link', { name: 'plan.pdf' }).waitFor();
});

test('a file that does not arrive says why and does not hold up the reply', async () => {
  const page = await desk.open('/tickets/103');
  await page.route('**/api/v2/uploads.json*', (route) =>
    route.fulfill({ status: 422, json: { error: 'AttachmentTooBig', description: 'File is too large' } }),
  );
  await page
    .getByLabel('Attach files')
    .last()
    .setInputFiles({ name: 'film.mov', mimeType: 'video/quicktime', buffer: Buffer.from('x') });
  await page.getByText('film.mov · File is too large').waitFor();
  await composer(page).fill('Without the film.');
  await submit(page);
  const reply = page.getByRole('article', { name: 'Public reply by Amira Shah' });
  await expect.poll(() => reply.textContent()).toContain('Without the film.');
});
