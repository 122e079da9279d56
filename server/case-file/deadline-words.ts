import type { DeadlineState, WaivedWhy } from '../../domain/deadline.ts';
import type { Language } from '../../domain/reason-text.ts';
import type { Stage } from '../../domain/stage.ts';

export interface Words {
  readonly head: (policy: string, version: string) => string;
  readonly asOf: (when: string, zone: string) => string;
  readonly stage: (stage: string) => string;
  readonly next: (due: string, deadline: string) => string;
  readonly noneOpen: string;
  readonly noneRuns: string;
  readonly columns: readonly [deadline: string, state: string, due: string];
  readonly latest: (due: string) => string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly states: Readonly<Record<Exclude<DeadlineState, 'waived'>, string>>;
  readonly waived: Readonly<Record<WaivedWhy, string>>;
}

const en: Words = {
  head: (policy, version) => `Policy ${policy}, version ${version}`,
  asOf: (when, zone) => `as of ${when}, times in ${zone}`,
  stage: (stage) => `Stage: ${stage}`,
  next: (due, deadline) => `next due ${due} (${deadline})`,
  noneOpen: 'nothing is due',
  noneRuns: 'No deadline runs: the policy does not take this complaint.',
  columns: ['Deadline', 'State', 'Due'],
  latest: (due) => `${due} at the latest`,
  stages: {
    received: 'received',
    acknowledged: 'acknowledged',
    updated: 'status update sent',
    responded: 'formal response sent',
    refused: 'channel not accepted',
    appealed: 'appealed',
    referred: 'with the ombudsman',
    closed: 'closed',
    ended: 'ended',
  },
  states: {
    projected: 'projected',
    running: 'running',
    due_soon: 'due soon',
    overdue: 'overdue',
    met: 'met',
    met_late: 'met late',
  },
  waived: {
    superseded: 'waived: covered by a later message',
    withdrawn: 'waived: withdrawn',
    not_a_complaint: 'waived: not a complaint',
    by_person: 'waived: closed by a person',
    closed: 'waived: case closed',
  },
};

const de: Words = {
  head: (policy, version) => `Regelwerk ${policy}, Fassung ${version}`,
  asOf: (when, zone) => `Stand ${when}, Zeiten in ${zone}`,
  stage: (stage) => `Stufe: ${stage}`,
  next: (due, deadline) => `als Nächstes fällig ${due} (${deadline})`,
  noneOpen: 'nichts ist fällig',
  noneRuns: 'Es läuft keine Frist: Das Regelwerk nimmt diese Beschwerde nicht an.',
  columns: ['Frist', 'Stand', 'Fällig'],
  latest: (due) => `spätestens ${due}`,
  stages: {
    received: 'eingegangen',
    acknowledged: 'bestätigt',
    updated: 'Zwischenstand gesendet',
    responded: 'abschließend beantwortet',
    refused: 'Weg nicht angenommen',
    appealed: 'Überprüfung beantragt',
    referred: 'bei der Schlichtungsstelle',
    closed: 'abgeschlossen',
    ended: 'beendet',
  },
  states: {
    projected: 'vorläufig',
    running: 'läuft',
    due_soon: 'bald fällig',
    overdue: 'überfällig',
    met: 'eingehalten',
    met_late: 'verspätet erfüllt',
  },
  waived: {
    superseded: 'entfällt: durch spätere Nachricht erledigt',
    withdrawn: 'entfällt: zurückgezogen',
    not_a_complaint: 'entfällt: doch keine Beschwerde',
    by_person: 'entfällt: von einer Person abgeschlossen',
    closed: 'entfällt: Fall abgeschlossen',
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { en, de };
