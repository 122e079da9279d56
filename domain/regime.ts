import { z } from 'zod';
import { ANCHORS, type AnchorKind } from './anchor-kinds.ts';
import { EVENT_KINDS } from './events.ts';
import type { Offset } from './offset.ts';
import { offsetSchema } from './offset-schema.ts';
import { civilDate, countingOverrides, name } from './policy-parts.ts';

/** A noted fact fulfils no duty, and nothing a policy says is counted from one. */
const event = z.enum(EVENT_KINDS).exclude(['noted']);
const anchor = z.enum(ANCHORS).exclude(['noted']);

const isLong = ({ amount }: Offset): boolean => amount > 0;
const period = offsetSchema.refine(isLong, 'must be more than nothing, e.g. "1 day"');
/** Nothing at all, as days: by the end of the day of the event. Only where another period bounds the duty too. */
const periodOrSameDay = offsetSchema.refine(
  (offset) => isLong(offset) || offset.unit === 'days',
  'must be more than nothing, or "0 days" for the end of the same day',
);

const spanSchema = z.strictObject({ after: anchor, within: periodOrSameDay });

/** May a deadline be moved: always with a reason, and told to the customer before it has passed. */
const extensionSchema = z.strictObject({
  /** All extensions together; without it there is no upper bound. */
  atMost: period.exactOptional(),
  times: z.int().positive().exactOptional(),
});

const dutyFields = z.strictObject({
  id: name,
  /** Where the number comes from, if not from the regime's source. */
  source: z.string().min(1).exactOptional(),
  after: anchor.exactOptional(),
  within: period.exactOptional(),
  /** Instead of `after` and `within`: several periods, of which the one that ends first counts. */
  earliestOf: z.array(spanSchema).min(2).exactOptional(),
  doneBy: z.array(event).min(1),
  /** How long before the due time the deadline counts as due soon. */
  warn: offsetSchema,
  /** What the service sends by itself to fulfil the duty. */
  send: z.enum(['acknowledgement']).exactOptional(),
  extension: extensionSchema.exactOptional(),
  /** To be done by somebody who did not write the formal response. */
  anotherHandler: z.boolean().default(false),
  /** False: a solved ticket closes the case although the duty is open, and that ends the duty. */
  blocksClosing: z.boolean().default(true),
});

const EITHER = 'name either "after" and "within", or "earliestOf"';

/** A promise of a policy or a rule. `spans`: the periods of which the one that ends first counts. */
const dutySchema = dutyFields.transform(({ after, within, earliestOf, ...duty }, context) => {
  const single = after !== undefined && within !== undefined ? [{ after, within }] : undefined;
  const half = (after === undefined) !== (within === undefined);
  const spans = earliestOf ?? single;
  if (spans && !half && !(earliestOf && single)) return { ...duty, spans };
  context.addIssue({ code: 'custom', message: EITHER });
  return z.NEVER;
});

/** Which cases a regime applies to: all, those with one of the flags, or those that came by one of the channels. */
const appliesSchema = z
  .strictObject({
    flags: z.array(name).min(1).exactOptional(),
    channels: z.array(name).min(1).exactOptional(),
  })
  .refine(({ flags, channels }) => flags || channels, 'name flags or channels, or leave "applies" out');

/** What names and the chain are checked on, so that a fault elsewhere in a duty doesn't hide theirs. */
const namedSchema = z.array(z.object({ id: z.string() }));
const hanging = z.array(z.object({ after: anchor }));
const hangingSchema = z.union([
  z.object({ spans: hanging, doneBy: z.array(event) }),
  z
    .object({ earliestOf: hanging, doneBy: z.array(event) })
    .transform(({ earliestOf, doneBy }) => ({ spans: earliestOf, doneBy })),
  z
    .object({ after: anchor, doneBy: z.array(event) })
    .transform(({ after, doneBy }) => ({ spans: [{ after }], doneBy })),
]);
const chainSchema = z.object({ duties: z.array(hangingSchema) });

export const regimeSchema = z
  .strictObject({
    id: name,
    source: z.string().min(1),
    /** Whose rule it is, as agents call them: a regulator, say. The same in every language. */
    authority: z.string().min(1).exactOptional(),
    /** A regulator's limit, which nothing extends. */
    hardCap: z.boolean().default(false),
    applies: appliesSchema.exactOptional(),
    /** The days on which a complaint must have been first made, both included. */
    inForce: z
      .strictObject({ from: civilDate.exactOptional(), until: civilDate.exactOptional() })
      .default({}),
    /** Runs also where the company's policy refuses the channel. */
    onRefusedChannel: z.boolean().default(false),
    /** What is counted otherwise than the policy counts. */
    counting: countingOverrides.default({}),
    duties: z
      .array(dutySchema)
      .min(1)
      .superRefine(uniqueNames, { when: ({ value }) => namedSchema.safeParse(value).success }),
  })
  .superRefine((regime, context) => checkChain(regime, context), {
    when: ({ value }) => chainSchema.safeParse(value).success,
  });

export type Regime = z.output<typeof regimeSchema>;
export type Duty = Regime['duties'][number];
export type Span = Duty['spans'][number];

/** Deadlines, notes and extensions are told apart by the names of regime and duty. */
export function uniqueNames(named: readonly { id: string }[], context: z.core.$RefinementCtx): void {
  const seen = new Set<string>();
  named.forEach(({ id }, index) => {
    const message = `"${id}" is there twice: give each a name of its own`;
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message, input: id });
    seen.add(id);
  });
}

/** A duty hangs on an event that can happen: the receipt, or one that an earlier duty is done by. */
function checkChain(regime: unknown, context: z.core.$RefinementCtx): void {
  const reachable = new Set<AnchorKind>(['received', 'first_made', 'appealed', 'deadlock', 'referred']);
  chainSchema.parse(regime).duties.forEach(({ spans, doneBy }, index) => {
    spans.forEach(({ after }, span) => {
      if (reachable.has(after)) return;
      const message = `no duty before this one is done by "${after}": put that duty first`;
      const place = spans.length > 1 ? ['earliestOf', span, 'after'] : ['after'];
      context.addIssue({ code: 'custom', path: ['duties', index, ...place], message, input: after });
    });
    for (const kind of doneBy) reachable.add(kind);
  });
}
