import type { RefusedWhy } from '../../domain/case.ts';
import type { EventKind } from '../../domain/events.ts';
import type { NotExtendedWhy } from '../../domain/extensions.ts';
import type { Language } from '../../domain/reason-text.ts';

/** How an entry that does not count is told to whoever made it. */
interface RefusalWords {
  readonly name: Readonly<Record<EventKind | 'corrected', string>>;
  readonly why: Readonly<Record<RefusedWhy | NotExtendedWhy, string>>;
}

const ENGLISH: RefusalWords = {
  name: {
    received: 'receipt',
    acknowledged: 'acknowledgement',
    updated: 'status update',
    responded: 'formal response',
    adr_letter_sent: 'ADR letter',
    appealed: 'appeal',
    appeal_acknowledged: 'acknowledgement of the appeal',
    appeal_responded: 'response to the appeal',
    deadlock: 'deadlock',
    referred: 'referral to the ombudsman',
    decided: 'decision of the ombudsman',
    extended: 'extension',
    withdrawn: 'withdrawal',
    not_a_complaint: 'entry "not a complaint"',
    exception: 'exception',
    closed: 'closing',
    reopened: 'reopening',
    noted: 'note on the file',
    corrected: 'correction',
  },
  why: {
    already_received:
      'the complaint is recorded on this ticket already; a new complaint needs a ticket of its own',
    in_future: 'its time lies in the future',
    before_receipt: 'its time lies before the receipt of the complaint',
    case_ended: 'the case has ended; reopen it first',
    not_closed: 'the case is not closed',
    not_responded: 'there is no formal response yet',
    not_appealed: 'there is no appeal',
    not_referred: 'the case was not referred to the ombudsman',
    unknown_audit: 'it names an earlier update that this case does not have',
    nobody_told: 'nobody was told: it needs a reply to the customer, an earlier one, or a date of posting',
    no_reason: 'it gives no reason',
    unknown_duty: 'the case has no such deadline',
    hard_cap: "it is the regulator's limit, which can not be extended",
    not_foreseen: 'the policy does not allow this deadline to be extended',
    no_length: 'it does not say by how much, as in "5 working days"',
    too_late: 'the customer was told after the deadline had passed',
    too_often: 'the deadline has been extended as often as the policy allows',
    too_long: 'it is longer than the policy allows',
    past_cap: "the new date would lie past the regulator's limit",
  },
};

const GERMAN: RefusalWords = {
  name: {
    received: 'Eingang',
    acknowledged: 'Eingangsbestätigung',
    updated: 'Zwischenstand',
    responded: 'abschließende Antwort',
    adr_letter_sent: 'Mitteilung zur Streitbeilegung',
    appealed: 'Antrag auf Überprüfung',
    appeal_acknowledged: 'Bestätigung der Überprüfung',
    appeal_responded: 'Antwort auf die Überprüfung',
    deadlock: 'Feststellung „keine Einigung“',
    referred: 'Abgabe an die Schlichtungsstelle',
    decided: 'Entscheidung der Schlichtungsstelle',
    extended: 'Verlängerung',
    withdrawn: 'Rücknahme',
    not_a_complaint: 'Eintrag „keine Beschwerde“',
    exception: 'Ausnahme',
    closed: 'Abschluss',
    reopened: 'Wiederaufnahme',
    noted: 'Vermerk',
    corrected: 'Berichtigung',
  },
  why: {
    already_received:
      'die Beschwerde ist in diesem Ticket schon aufgenommen; eine neue Beschwerde braucht ein eigenes Ticket',
    in_future: 'der Zeitpunkt liegt in der Zukunft',
    before_receipt: 'der Zeitpunkt liegt vor dem Eingang der Beschwerde',
    case_ended: 'der Fall ist beendet; bitte zuerst wieder öffnen',
    not_closed: 'der Fall ist nicht abgeschlossen',
    not_responded: 'es gibt noch keine abschließende Antwort',
    not_appealed: 'es gibt keinen Antrag auf Überprüfung',
    not_referred: 'der Fall wurde nicht an die Schlichtungsstelle abgegeben',
    unknown_audit: 'eine frühere Änderung wird genannt, die es in diesem Fall nicht gibt',
    nobody_told:
      'niemand wurde benachrichtigt: nötig ist eine Antwort an die Kundin oder den Kunden, eine frühere, oder ein Datum der Absendung',
    no_reason: 'der Grund fehlt',
    unknown_duty: 'der Fall hat keine solche Frist',
    hard_cap: 'die Frist ist gesetzlich und nicht verlängerbar',
    not_foreseen: 'die Richtlinie sieht für diese Frist keine Verlängerung vor',
    no_length: 'es fehlt, um wie viel, etwa „5 working days“',
    too_late: 'die Mitteilung kam erst nach Ablauf der Frist',
    too_often: 'die Frist wurde so oft verlängert, wie die Richtlinie erlaubt',
    too_long: 'sie ist länger, als die Richtlinie erlaubt',
    past_cap: 'der neue Termin läge hinter der gesetzlichen Frist',
  },
};

const WORDS: Readonly<Record<Language, RefusalWords>> = { en: ENGLISH, de: GERMAN };

/** What does not count and why, as the end of a sentence. */
export function refusalText(
  { kind, why }: { readonly kind: EventKind | 'corrected'; readonly why: RefusedWhy | NotExtendedWhy },
  language: Language,
): string {
  const words = WORDS[language];
  return `${words.name[kind]}: ${words.why[why]}.`;
}
