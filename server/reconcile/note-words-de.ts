import type { Words } from './note-words.ts';

export const GERMAN: Words = {
  to: ({ assignee, group }) =>
    assignee
      ? `Für ${assignee}:`
      : group
        ? `Niemand ist zuständig. Für die Gruppe ${group}:`
        : 'Niemand ist zuständig. Für das Team:',
  duty: {
    acknowledged: 'Die Eingangsbestätigung',
    updated: 'Der Zwischenstand',
    responded: 'Die abschließende Antwort',
    adr_letter_sent: 'Die Mitteilung zur Streitbeilegung',
    appeal_acknowledged: 'Die Bestätigung der Überprüfung',
    appeal_responded: 'Die Antwort auf die Überprüfung',
    decided: 'Die Beschwerdeakte für die Schlichtungsstelle',
  },
  todo: {
    acknowledged:
      'Bitte die Beschwerde bestätigen: Complaint Clock neben diesem Ticket öffnen und „Bestätigung schreiben“ wählen.',
    updated:
      'Bitte der Kundin oder dem Kunden schreiben: Complaint Clock neben diesem Ticket öffnen und „Zwischenstand schreiben“ wählen.',
    responded:
      'Bitte die Beschwerde beantworten: Complaint Clock neben diesem Ticket öffnen und „Abschließend antworten“ wählen.',
    adr_letter_sent:
      'Diese Frist ist gesetzlich und nicht verlängerbar. Bitte schriftlich mitteilen, dass die Schlichtungsstelle angerufen werden kann, oder die Beschwerde abschließen, wenn sie erledigt ist.',
    appeal_acknowledged: 'Bitte bestätigen, dass der Antrag auf Überprüfung eingegangen ist.',
    appeal_responded:
      'Bitte die Überprüfung beantworten. Das darf nicht tun, wer die abschließende Antwort geschrieben hat.',
    decided:
      'Den Termin hat die Schlichtungsstelle gesetzt. Bitte die Beschwerdeakte einreichen und das in Complaint Clock eintragen.',
  },
  dueSoon: (duty, when, todo) => `${duty} ist ${when} fällig. ${todo}`,
  ofOther: (home) => `Zur anderen Beschwerde in diesem Ticket, die mit Ticket #${home} begann:`,
  endOfDay: (date) => `bis zum Ende des Tages, ${date},`,
  atTime: (date, time) => `am ${date} um ${time} Uhr`,
  late: (when) =>
    `Diese Beschwerde wurde erst nach Ablauf der Frist für die Eingangsbestätigung (${when}) aufgenommen. Sie wurde sofort bestätigt, verspätet.`,
  refused: (policy) =>
    `${policy.company.name} nimmt Beschwerden per Online-Formular oder Brief an, nicht auf diesem Weg; es wurde keine Eingangsbestätigung gesendet. ` +
    `Die Beschwerde ist möglich unter ${policy.company.complaintFormUrl} oder per Brief an ${policy.company.postalAddress.join(', ')}. ` +
    'Bitte Bescheid geben: Complaint Clock neben diesem Ticket öffnen und „Anleitung einfügen“ wählen. Ist eine Ausnahme angebracht, in Complaint Clock eintragen.',
  onDay: (date) => `am ${date}`,
  moved: (duty, from, to, because) =>
    `${duty} ist jetzt ${to} fällig, nicht mehr ${from}. Grund: ${because.join('; ')}.`,
  movedByPolicy: (before, after) => `Version ${after} der Richtlinie gilt an Stelle von Version ${before}`,
  post: 'Es gibt keine E-Mail-Adresse; die Eingangsbestätigung muss per Post gehen. Bitte Brief drucken, absenden und das Datum in Complaint Clock eintragen.',
  restored:
    'Der Tag „formal_complaint“ war entfernt worden und wurde wieder gesetzt, denn die Fristen laufen weiter. Ist dies keine Beschwerde oder wurde sie zurückgezogen, bitte in Complaint Clock eintragen. Wird der Tag erneut entfernt, bleibt er weg, und die Teamleitung entscheidet.',
  goesOnHere: (from) =>
    `Ticket #${from} wurde mit diesem zusammengeführt. Es enthält eine förmliche Beschwerde, die hier weiterläuft; die zugesagten Termine bleiben.`,
  takenBack:
    'Der Eingang dieser Beschwerde wurde durch eine Berichtigung zurückgenommen. Termine, Tags und Uhr wurden vom Ticket entfernt; was geschrieben wurde, bleibt. Ist es doch eine Beschwerde, bitte neu aufnehmen.',
  mark: {
    recorded_long_ago:
      'Es wurde keine Eingangsbestätigung gesendet, weil die Beschwerde vor zu langer Zeit aufgenommen wurde. Bitte prüfen und von Hand bestätigen.',
    not_end_user:
      'Es wurde keine Eingangsbestätigung gesendet, weil als Anfragende eine Person aus dem Team eingetragen ist. Bitte die richtige Person eintragen oder von Hand bestätigen.',
    other_requester:
      'Es wurde keine Eingangsbestätigung gesendet, weil sich jemand anderes beschwert hat, als in diesem Ticket anfragt. Bitte dort bestätigen, von wo die Beschwerde kam.',
    suspended:
      'Es wurde keine Eingangsbestätigung gesendet, weil die Person in Zendesk gesperrt ist. Bitte entscheiden, wie bestätigt wird.',
    messaging:
      'Es wurde keine Eingangsbestätigung gesendet, weil dies eine Chat-Unterhaltung ist. Bitte in der Unterhaltung bestätigen.',
    requester_cap:
      'Es wurde keine Eingangsbestätigung gesendet, weil diese Person heute schon mehrere erhalten hat. Bitte prüfen, ob es eigene Beschwerden sind.',
    burst:
      'Es wurde keine Eingangsbestätigung gesendet, weil ungewöhnlich viele Beschwerden in wenigen Minuten aufgenommen wurden. Bitte prüfen und von Hand bestätigen.',
    macro_missing:
      'Es wurde keine Eingangsbestätigung gesendet, weil das Makro dafür fehlt. Bitte von Hand bestätigen und das Makro wiederherstellen lassen (npm run provision -- apply).',
    placeholder_left:
      'Es wurde keine Eingangsbestätigung gesendet, weil ein Platzhalter im Makro nicht ausgefüllt wurde. Bitte von Hand bestätigen und das Makro berichtigen lassen.',
    not_delivered:
      'Die Eingangsbestätigung steht im Ticket, wurde von Zendesk aber an niemanden gesendet. Bitte den Auslöser für Benachrichtigungen prüfen und Bescheid geben.',
    tag_removed_twice:
      'Der Tag „formal_complaint“ wurde ein zweites Mal entfernt und bleibt weg. Die Teamleitung entscheidet: Beschwerde, zurückgezogen oder doch keine.',
    solved_with_open_duty:
      'Dieses Ticket wurde gelöst, obwohl eine Zusage noch offen ist. Bitte wieder öffnen und einhalten oder sagen, warum es endet.',
    event_refused:
      'Ein Eintrag zu dieser Beschwerde kann so nicht stimmen und zählt nicht. Bitte prüfen und richtig eintragen.',
    metadata_unreadable:
      'Eine Änderung dieses Tickets trägt Beschwerdedaten, die nicht lesbar sind und nicht zählen. Bitte in Complaint Clock neu eintragen.',
    received_in_future:
      'Der Eingang wurde mit einem Zeitpunkt in der Zukunft eingetragen. Stattdessen zählt der Zeitpunkt der Aufnahme. Bitte den Eingang berichtigen.',
    same_handler:
      'Die Überprüfung wurde von der Person beantwortet, die auch die abschließende Antwort geschrieben hat. Die Richtlinie verlangt jemand anderen: bitte erneut prüfen lassen.',
    fields_refused:
      'Zendesk nimmt nicht alle Felder an, die Complaint Clock in diesem Ticket führt; sie stimmen womöglich nicht mit den Fristen überein. Bitte Felder und Optionen wiederherstellen lassen (npm run provision -- apply).',
    two_complaints:
      'In diesem Ticket laufen zwei Beschwerden, weil eine mit der anderen zusammengeführt wurde. Gezeigt werden die Termine der älteren; die andere hat eigene Termine, in der Liste der Fälle; an beide wird erinnert. Bitte beide beantworten.',
    tickets_left_out:
      'Mit diesem Ticket hängen mehr Tickets zusammen, als Complaint Clock liest. Bitte die Termine dieser Beschwerde von Hand prüfen.',
    earlier_ticket_gone:
      'Ein Ticket, in dem diese Beschwerde bearbeitet wurde, ist gelöscht. Was Complaint Clock davon weiß, zählt weiter; bitte prüfen, ob etwas fehlt.',
    value_changed_back:
      'Ein Wert, den Complaint Clock führt, wurde von Hand geändert. Er bleibt so und stimmt womöglich nicht mit den Fristen überein.',
  },
};
