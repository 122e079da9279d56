import type { EvidenceKind } from '../../../domain/guidance.ts';
import { findEvidence } from '../../../domain/text/evidence.ts';

/** What is found of a kind in a text, as it stands there. */
export const words = (kind: EvidenceKind, text: string, setting = {}): string[] =>
  findEvidence(text, setting)[kind].map((span) => span.text);

/** A complaint in English with all that may be found in one, and some that may not. */
export const ENGLISH = `Dear Ms Khan,

I wish to complain formally about my broadband at Riverside Court. Activation was promised for 30 March 2026,
between 9am and 1pm, and nobody came. I rang on Tuesday 31 March at about 14:30 and spoke to Daniel from your support
team, who gave me ticket number 48102. On 01/04/2026 I spoke with Mr O'Brien; he opened case REF-2026/114 (#48199).

You can reach me on 07700 900123 or +44 (0)114 496 0123, or by e-mail at my work: s.patel@riverside-flats.co.uk.
My account number is 0114 2345678 and I pay for 1/2 of the flat. I need it 24/7; I work from 192.168.10.24.

Kind regards
Sonal Patel
patel@example.com

On Mon, 30 Mar 2026 at 17:00, ASK4 Support <support@ask4.com> wrote:
> Dear Customer, your ticket #11111 was closed. Call 0333 123 0115. Regards, Tom Baker`;

/** The same in German. */
export const GERMAN = `Sehr geehrter Herr Weber,

hiermit lege ich Beschwerde ein. Am 31.3.2026 um 9.15 Uhr habe ich mit Ihrer Mitarbeiterin Frau Öztürk gesprochen,
Vorgangsnummer: 2026-00417. Am Mittwoch, den 1. April rief Ihr Techniker Jan de Vries gegen 14 Uhr an. Seit dem 8.4.
ist der Anschluss tot (Störungsnummer ST4711). Zu Ihrer Anfrage 48222 habe ich nie etwas gehört.

Erreichbar bin ich unter 0221 4710815 / 0171 2345678 oder +49 221 4710816, E-Mail: mieter@hausverwaltung-koeln.de.
Kundennummer 0221998877, IBAN DE89 3704 0044 0532 0130 00, Rechnung 0012345678.

Mit freundlichen Grüßen
Petra Byrne

-----Ursprüngliche Nachricht-----
Von: Support <hilfe@ask4.de>
Ticket 99999`;

/** Who writes the English letter, and to whom. */
export const english = { customer: 'Sonal Patel', addresses: ['patel@example.com'], domains: ['ask4.com'] };
/** Who writes the German one, and who reads it. */
export const german = { customer: 'Petra Byrne', agents: ['Jonas Weber', 'Amira Shah'] };
