import type { MessageKind, Outcome } from '../../../../domain/events.ts';
import type { EvidenceKind } from '../../../../domain/guidance.ts';
import type { Stage } from '../../../../domain/stage.ts';
import type { DelayReason, FLAGS, NextStep, OPTION_PREFIX, Redress } from '../../../../domain/terms.ts';
import type { FieldKey, FormKey, MacroKey, ViewKey } from '../keys.ts';

/** What agents read in one language: the names of fields, their options, macros, views and the trigger. */
export interface Titles {
  readonly fields: Readonly<Record<FieldKey, string>>;
  /** By the options' names without the prefix that makes tags of them. */
  readonly options: OptionTitles;
  /** What a reply may be: the options whose tags are the event tags. */
  readonly replies: Names<MessageKind>;
  readonly macros: Readonly<Record<MacroKey, string>>;
  readonly views: Readonly<Record<ViewKey, string>>;
  readonly trigger: string;
  readonly formTrigger: string;
  /** What customers are asked after their complaint is closed. */
  readonly survey: { readonly title: string; readonly subject: string; readonly text: string };
  readonly forms: Readonly<Record<FormKey, string>>;
  /** What the customers' form asks for: a title, and a hint below it. */
  readonly asked: Readonly<Record<Asked, { readonly title: string; readonly hint: string }>>;
}

/** What a complaint is asked for: in a few words what happened, and the evidence. */
export type Asked = 'summary' | EvidenceKind;

type Names<Name extends string> = Readonly<Record<Name, string>>;

interface OptionTitles extends Readonly<Record<keyof typeof OPTION_PREFIX, Names<string>>> {
  readonly stage: Names<Stage>;
  readonly next_step: Names<NextStep>;
  readonly channel: Names<'form' | 'email' | 'letter' | 'phone' | 'other'>;
  readonly category: Names<
    'billing' | 'outage' | 'speed' | 'installation' | 'staff' | 'personal_data' | 'contract' | 'other'
  >;
  readonly outcome: Names<Outcome>;
  readonly redress: Names<Redress>;
  readonly delay_reason: Names<DelayReason>;
  readonly flags: Names<(typeof FLAGS)[number]>;
}
