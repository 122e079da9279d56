import type { EvidenceKind } from '../evidence-kinds.ts';
import { findEmails, type OwnAddresses } from './find-emails.ts';
import { findPhones } from './find-phones.ts';
import { findReferences } from './find-references.ts';
import { findStaff, type KnownPeople } from './find-staff.ts';
import { findTimes } from './find-times.ts';
import { withoutQuotes } from './quoted.ts';
import type { Span } from './span.ts';

/** Pieces found in a text, in its order, each once. */
export type Evidence = Readonly<Record<EvidenceKind, readonly Span[]>>;

/** What is known besides the text, and so is no finding. */
export interface EvidenceSetting extends KnownPeople, OwnAddresses {}

/** No letter is longer; what follows is left unread, so that no text can keep the page busy. */
const MOST = 40_000;

/**
 * What a customer's text holds for looking into the complaint: references, dates and times, telephone numbers, e-mail
 * addresses and names of staff. Earlier mails that it quotes are left out. It is a help: people correct it.
 */
export function findEvidence(text: string, setting: EvidenceSetting = {}): Evidence {
  const own = withoutQuotes(text.slice(0, MOST));
  return {
    references: findReferences(own),
    staff: findStaff(own, setting),
    times: findTimes(own),
    phones: findPhones(own),
    emails: findEmails(own, setting),
  };
}
