import { z } from 'zod';
import { fieldValueShape, optionalText } from './shapes.ts';

export const macroShape = z.object({
  id: z.number(),
  title: z.string(),
  description: optionalText,
  active: z.boolean().default(true),
});
export type Macro = z.infer<typeof macroShape>;

const fieldPair = z.object({ id: z.number(), value: fieldValueShape });
/** Zendesk prints one changed field as an object, several as a list. */
const fieldsShape = z
  .union([z.array(fieldPair), fieldPair.transform((pair) => [pair])])
  .nullish()
  .catch(null);

/** What applying a macro would make of the ticket; the ticket itself is unchanged. */
export const macroResultShape = z.object({
  ticket: z
    .object({
      subject: z.string().nullish(),
      status: z.string().nullish(),
      priority: z.string().nullish(),
      type: z.string().nullish(),
      assignee_id: z.number().nullish(),
      group_id: z.number().nullish(),
      tags: z.array(z.string()).nullish(),
      custom_fields: z.array(z.object({ id: z.number(), value: fieldValueShape })).nullish(),
      fields: fieldsShape,
      comment: z
        .object({
          body: z.string().nullish(),
          html_body: z.string().nullish(),
          public: z.boolean().nullish(),
        })
        .nullish(),
    })
    .partial(),
});
export type MacroResult = z.infer<typeof macroResultShape>;
