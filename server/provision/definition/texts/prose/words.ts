import type { Outcome } from '../../../../../domain/events.ts';
import type { EvidenceKind } from '../../../../../domain/guidance.ts';
import type { LetterFacts } from '../facts.ts';

/** What the letters say, in one language. Which words stand where is the same in all, and is the letters' to know. */
export interface Prose {
  readonly frame: FrameWords;
  readonly acknowledgement: AcknowledgementWords;
  readonly howToComplain: HowToComplainWords;
  readonly askEvidence: AskEvidenceWords;
  readonly statusUpdate: StatusUpdateWords;
  readonly extension: ExtensionWords;
  readonly behaviour: BehaviourWords;
  readonly dataProtection: DataProtectionWords;
  readonly response: ResponseWords;
  readonly waysOn: WaysOnWords;
  readonly appealAcknowledgement: AppealAcknowledgementWords;
  readonly appealOutcome: AppealOutcomeWords;
  readonly adrLetter: AdrLetterWords;
}

/** The three files that a language's prose is kept in. */
export type ReceiptProse = Pick<Prose, 'frame' | 'acknowledgement' | 'howToComplain' | 'askEvidence'>;
export type ProgressProse = Pick<Prose, 'statusUpdate' | 'extension' | 'behaviour' | 'dataProtection'>;
export type DecisionProse = Omit<Prose, keyof ReceiptProse | keyof ProgressProse>;

/** Words that draw on what the policy says. */
type Told = (facts: LetterFacts) => string;
export type OmbudsmanFacts = NonNullable<LetterFacts['ombudsman']>;
type OmbudsmanTold = (ombudsman: OmbudsmanFacts) => string;

interface FrameWords {
  /** To somebody whose name may not be repeated. */
  readonly hello: string;
  readonly helloName: string;
  readonly regards: string;
  readonly team: Told;
  readonly summary: string;
  readonly evidence: Readonly<Record<EvidenceKind, string>>;
  /** How to go on: a heading in several letters. */
  readonly next: string;
  readonly replyAnyTime: string;
}

interface AcknowledgementWords {
  readonly received: string;
  readonly sorry: string;
  readonly update: Told;
  readonly response: Told;
  readonly helps: string;
  readonly send: string;
  readonly reach: string;
  readonly reply: string;
}

interface HowToComplainWords {
  readonly thanks: string;
  readonly inWriting: string;
  readonly form: string;
  readonly post: string;
  readonly what: string;
  readonly happened: string;
  readonly number: string;
  readonly anyway: string;
  readonly promises: Told;
  readonly support: string;
}

interface AskEvidenceWords {
  readonly opening: string;
  readonly helps: string;
  readonly reply: string;
  readonly dates: string;
}

interface StatusUpdateWords {
  readonly opening: string;
  readonly found: string;
  readonly foundPlace: string;
  readonly open: string;
  readonly openPlace: string;
  readonly need: string;
  readonly needPlace: string;
  readonly response: Told;
}

interface ExtensionWords {
  readonly opening: string;
  readonly why: string;
  readonly whyPlace: string;
  readonly when: string;
  readonly until: string;
  readonly meanwhile: string;
  readonly meanwhilePlace: string;
}

interface BehaviourWords {
  readonly opening: string;
  readonly happened: string;
  readonly happenedPlace: string;
  readonly respect: string;
  readonly again: string;
  readonly consequence: string;
  readonly support: string;
}

interface DataProtectionWords {
  readonly heading: string;
  readonly text: Told;
}

/** What is decided, what is done about it, and the last word: all else is the same with each outcome. */
interface OutcomeWords {
  readonly decision: string;
  readonly doing: string;
  readonly thanks: string;
}

interface ResponseWords {
  readonly opening: string;
  readonly complaint: string;
  readonly complaintPlace: string;
  readonly decision: string;
  readonly reasons: string;
  readonly reasonsPlace: string;
  readonly doing: string;
  readonly disagree: string;
  readonly outcomes: Readonly<Record<Outcome, OutcomeWords>>;
}

interface WaysOnWords {
  readonly appeal: Told;
  readonly ombudsman: OmbudsmanTold;
  readonly ombudsmanPlace: string;
}

interface AppealAcknowledgementWords {
  readonly opening: string;
  readonly review: string;
  readonly add: string;
}

interface AppealOutcomeWords {
  readonly opening: string;
  readonly appeal: string;
  readonly appealPlace: string;
  readonly decisionPlace: string;
  readonly reasonsPlace: string;
  readonly doingPlace: string;
  readonly final: string;
}

interface AdrLetterWords {
  readonly opening: string;
  readonly stand: string;
  readonly standPlace: string;
  readonly now: string;
  readonly body: OmbudsmanTold;
  readonly until: OmbudsmanTold;
  readonly bodyPlace: string;
  readonly enough: string;
}
