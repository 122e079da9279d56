import type { CaseEvent } from '../../domain/events.ts';
import type { Instant } from '../../domain/local-date.ts';
import type { RefusedCorrection } from '../../domain/marks.ts';
import type { Audit } from '../zendesk/port.ts';
import { type ComplaintMetadata, complaintMetadata } from './metadata.ts';

export interface Correction {
  readonly auditId: number;
  /** When it was made. */
  readonly at: Instant;
  /** Whether what the audit says never happened. */
  readonly void: boolean;
  readonly metadata: ComplaintMetadata;
}

export interface Corrections {
  /** By the audit that is corrected; the latest one where there are several. */
  readonly byAudit: ReadonlyMap<number, Correction>;
  readonly refused: readonly RefusedCorrection[];
}

export const NO_CORRECTIONS: Corrections = { byAudit: new Map(), refused: [] };

interface Told extends Correction {
  readonly of: number | undefined;
}

function told(audit: Audit): Told[] {
  const metadata = complaintMetadata(audit);
  if (metadata?.event !== 'corrected') return [];
  const { id: auditId, createdAt: at } = audit;
  return [{ auditId, at, void: metadata.void === true, metadata, of: metadata.audit }];
}

/**
 * Corrections are folded before all else, so that a wrong audit reads as what it should have said; a correction may be
 * voided by a later one. From staff only, naming an earlier audit of the case, with a reason.
 */
export function correctionsOf(audits: readonly Audit[], isStaff: (userId: number) => boolean): Corrections {
  const inOrder = [...audits].sort((a, b) => a.createdAt - b.createdAt || a.id - b.id);
  const place = new Map(inOrder.map(({ id }, index) => [id, index]));
  const all = inOrder.filter(({ authorId }) => isStaff(authorId)).flatMap(told);
  const refused: RefusedCorrection[] = [];
  const byAudit = new Map<number, Told[]>();
  for (const one of all) {
    const earlier = (place.get(one.of ?? -1) ?? Infinity) < (place.get(one.auditId) ?? 0);
    if (one.of === undefined || !earlier) refused.push({ at: one.at, why: 'unknown_audit' });
    else if (!one.metadata.reason?.trim()) refused.push({ at: one.at, why: 'no_reason' });
    else byAudit.set(one.of, [...(byAudit.get(one.of) ?? []), one]);
  }
  const voided = (one: Told): boolean =>
    byAudit.get(one.auditId)?.some((later) => later.void && !voided(later)) ?? false;
  const standing = [...byAudit].flatMap(([of, list]): [number, Correction][] => {
    const last = list.findLast((one) => !voided(one));
    return last ? [[of, last]] : [];
  });
  return { byAudit: new Map(standing), refused };
}

/** The event with the values that a correction gives it. */
function mended(event: CaseEvent, { metadata, at: correctedAt }: Correction): CaseEvent {
  const { received_at, posted_at, at, channel, first_made_at, flags, outcome, regime, duty, within } =
    metadata;
  const moved = event.kind === 'received' ? received_at : (posted_at ?? at);
  const receipt = {
    ...(channel === undefined ? {} : { channel }),
    ...(first_made_at === undefined ? {} : { firstMadeAt: first_made_at }),
    ...(flags === undefined ? {} : { flags }),
  };
  const { code, due_date, reference, language } = metadata;
  const noted = {
    ...(code === undefined ? {} : { code }),
    ...(due_date === undefined ? {} : { dueDate: due_date }),
    ...(reference === undefined ? {} : { reference }),
    ...(language === undefined ? {} : { language }),
    ...(flags === undefined ? {} : { flags }),
  };
  const extension = {
    ...(regime === undefined ? {} : { regime }),
    ...(duty === undefined ? {} : { duty }),
    ...(within === undefined ? {} : { within }),
  };
  return {
    ...event,
    ...(moved === undefined ? {} : { at: moved }),
    ...(event.kind === 'received' ? receipt : {}),
    ...(event.kind === 'extended' ? extension : {}),
    ...(event.kind === 'noted' ? noted : {}),
    ...(outcome === undefined ? {} : { outcome }),
    correctedAt,
  };
}

/**
 * The event as it should have been told; undefined where it never happened. That a ticket was solved or left solved is
 * a fact of the ticket, not a claim, and stays.
 */
export function corrected(event: CaseEvent, correction: Correction | undefined): CaseEvent | undefined {
  const isFact = (event.kind === 'closed' || event.kind === 'reopened') && !event.byHand;
  if (!correction || isFact) return event;
  return correction.void ? undefined : mended(event, correction);
}
