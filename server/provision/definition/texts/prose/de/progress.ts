import { NEW_DATE_PLACES } from '../../../../../../domain/letter-places.ts';
import { place } from '../../../places.ts';
import { link, REFERENCE } from '../../html.ts';
import type { ProgressProse } from '../words.ts';

export const progress: ProgressProse = {
  statusUpdate: {
    opening: `wie angekündigt informieren wir Sie über den Zwischenstand zu Ihrer Beschwerde mit der Vorgangsnummer ${REFERENCE}.`,
    found: 'Stand der Dinge',
    foundPlace: 'was wir bisher herausgefunden haben',
    open: 'Was noch offen ist',
    openPlace: 'was wir noch prüfen, und mit wem',
    need: 'Was wir von Ihnen brauchen',
    needPlace: 'was uns helfen würde, oder: im Moment nichts',
    response: ({ within }) =>
      `Unsere abschließende Antwort erhalten Sie innerhalb von ${within.response} nach unserem ersten Zwischenstand.`,
  },
  extension: {
    opening: `wir arbeiten weiter an Ihrer Beschwerde mit der Vorgangsnummer ${REFERENCE} und brauchen dafür mehr Zeit als angekündigt. Das tut uns leid.`,
    why: 'Warum es länger dauert',
    whyPlace: 'der Grund: worauf wir warten, und seit wann',
    when: 'Wann Sie von uns hören',
    until: `Unsere Antwort erhalten Sie bis zum ${place(NEW_DATE_PLACES.de)}.`,
    meanwhile: 'Was wir bis dahin tun',
    meanwhilePlace: 'die nächsten Schritte',
  },
  behaviour: {
    opening: `wir prüfen Ihre Beschwerde mit der Vorgangsnummer ${REFERENCE} und tun das auch weiterhin. Wir verstehen, dass Sie verärgert sind. In dieser Nachricht geht es nicht um Ihr Anliegen, sondern um den Ton uns gegenüber.`,
    happened: 'Was vorgefallen ist',
    happenedPlace: 'was gesagt oder geschrieben wurde, wann und zu wem, in einfachen Worten',
    respect:
      'Wer bei uns arbeitet, soll das tun können, ohne beleidigt oder bedroht zu werden. Bitte denken Sie daran, wenn Sie uns anrufen oder schreiben.',
    again: 'Wenn es wieder vorkommt',
    consequence:
      'Dann beenden wir ein Gespräch möglicherweise oder bitten Sie, uns stattdessen zu schreiben. Ihre Beschwerde wird in jedem Fall beantwortet.',
    support:
      'Wenn es Ihnen schwerfällt, uns zu schreiben, oder wenn Sie Unterstützung brauchen, sagen Sie es uns bitte: Wir finden einen Weg.',
  },
  dataProtection: {
    heading: 'Ihre personenbezogenen Daten',
    text: ({ company, authority }) =>
      `Soweit es in Ihrer Beschwerde (Vorgangsnummer {{ticket.id}}) darum geht, wie ${company} mit Ihren personenbezogenen Daten umgegangen ist, können Sie sich jederzeit und kostenlos auch an die Datenschutz-Aufsichtsbehörde wenden: ${
        authority ? `${authority.name}, ${link(authority.url)}.` : place('die Behörde: Name und Website')
      } Sie brauchen nicht abzuwarten, bis der Rest Ihrer Beschwerde geklärt ist.`,
  },
};
