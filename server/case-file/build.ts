import type { Language } from '../../domain/reason-text.ts';
import { createLabels } from '../labels.ts';
import { isZendeskError } from '../zendesk/errors.ts';
import type { OpenFile, ZendeskFiles } from '../zendesk/index.ts';
import { type AdrLetter, adrLetterOf } from './adr-letter.ts';
import { type Archive, createArchive, type Written } from './archive.ts';
import { type PlannedAttachment, plannedAttachments } from './attachment-list.ts';
import type { CaseContents, FileComment } from './contents.ts';
import { escaped } from './html.ts';
import { type Missing, type MissingWhy, manifestText, type Origin } from './manifest.ts';
import { messagePath, messageText } from './message-text.ts';
import { filePage } from './page.ts';
import { whenIn } from './when.ts';
import { FILE_WORDS, type FileWords } from './words.ts';

export interface BuildOptions {
  readonly language: Language;
  /** Whether internal notes are in it; they are named as left out where not. */
  readonly notes: boolean;
  readonly files: ZendeskFiles;
  /** Where Zendesk is, as the manifest names it. */
  readonly account: string;
  readonly serviceVersion: string;
}

interface Building {
  readonly archive: Archive;
  readonly files: (Written & Origin)[];
  readonly missing: Missing[];
}

type Pieces = AsyncGenerator<Uint8Array, void>;

async function* put(
  { archive, files }: Building,
  path: string,
  content: Parameters<Archive['add']>[1],
  origin: Origin,
): Pieces {
  files.push({ ...(yield* archive.add(path, content)), ...origin });
}

/** Opened before anything of it is in the archive: what can't be had is missing, and no half a file. */
async function opened(files: ZendeskFiles, url: string): Promise<OpenFile | MissingWhy> {
  try {
    return await files.open(url);
  } catch (error) {
    if (!isZendeskError(error)) throw error;
    if (error.code === 'not_found') return 'not_found';
    return error.code === 'forbidden' || error.code === 'unauthorized' ? 'refused' : 'unavailable';
  }
}

async function* putAttachment(building: Building, planned: PlannedAttachment, files: ZendeskFiles): Pieces {
  const { comment, attachment, path } = planned;
  const { ticketId, auditId } = comment;
  const { id: attachmentId, name: originalName, contentType } = attachment;
  const origin: Origin = { what: 'attachment', ticketId, auditId, attachmentId, originalName, contentType };
  const file = planned.why ?? (await opened(files, attachment.url));
  if (typeof file === 'string') building.missing.push({ ...origin, why: file });
  else yield* put(building, path, file.bytes, origin);
}

/** The attachments of a comment as a list of HTML, with why one is missing. */
function attachmentsHtml(building: Building, words: FileWords): (comment: FileComment) => string {
  return ({ attachments }) => {
    const items = attachments.map(({ id, name }) => {
      const file = building.files.find(({ attachmentId }) => attachmentId === id);
      const why = building.missing.find(({ attachmentId }) => attachmentId === id)?.why;
      const text = `${name}${why ? ` – ${words.missing[why]}` : ''}`;
      const where = file ? `<div class="small">${escaped(`${file.path}, SHA-256 ${file.sha256}`)}</div>` : '';
      return `<li>${escaped(text)}${where}</li>`;
    });
    return items.length > 0
      ? `<div class="small">${escaped(words.attachments)}</div><ul>${items.join('')}</ul>`
      : '';
  };
}

function adrFacts(letter: AdrLetter | undefined): object | null {
  if (!letter) return null;
  const { event, comment } = letter;
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    sentAt: iso(event.at),
    recordedAt: iso(event.recordedAt),
    recordedByAudit: event.auditId,
    by: comment ? 'ticket' : 'post',
    ticketId: comment?.ticketId ?? null,
    auditId: comment?.auditId ?? null,
    file: comment ? ADR_FILE : null,
  };
}

const ADR_FILE = 'adr-letter.txt';

/**
 * The file of a case as a ZIP archive, piece by piece. Where Zendesk fails in the middle of an attachment it throws:
 * whoever sends the pieces must then break off, and the archive, whose list of files comes last, is none.
 */
export async function* buildCaseFile(contents: CaseContents, options: BuildOptions): Pieces {
  const { language, notes, files } = options;
  const { comments, policy, policyText, now } = contents;
  const words = FILE_WORDS[language];
  const when = whenIn(policy.timeZone, language);
  const building: Building = { archive: createArchive(now), files: [], missing: [] };
  const shown = comments.filter((comment) => comment.public || notes);
  const adrLetter = adrLetterOf(contents);
  if (policyText) yield* put(building, 'policy.yaml', policyText.text, { what: 'policy' });
  for (const [index, comment] of shown.entries()) {
    const { ticketId, auditId } = comment;
    const origin: Origin = { what: 'message', ticketId, auditId };
    yield* put(building, messagePath(comment, index), messageText(comment, words, when), origin);
  }
  if (adrLetter?.comment) {
    const { ticketId, auditId } = adrLetter.comment;
    const text = messageText(adrLetter.comment, words, when);
    yield* put(building, ADR_FILE, text, { what: 'adr_letter', ticketId, auditId });
  }
  for (const planned of plannedAttachments(shown)) yield* putAttachment(building, planned, files);
  const attachmentsOf = attachmentsHtml(building, words);
  const page = filePage({
    contents,
    language,
    labels: createLabels([policy]),
    words,
    when,
    notes,
    attachmentsOf,
    adrLetter,
  });
  yield* put(building, 'timeline.html', page, { what: 'timeline' });
  const leftOut = comments
    .filter((comment) => !shown.includes(comment))
    .map(({ ticketId, auditId, at, attachments }) => ({
      ticketId,
      auditId,
      at: new Date(at).toISOString(),
      attachments: attachments.length,
    }));
  const manifest = manifestText({
    ...options,
    ...building,
    contents,
    leftOut,
    adrLetter: adrFacts(adrLetter),
  });
  yield* building.archive.add('manifest.json', manifest);
  yield* building.archive.end();
}
