import { z } from 'zod';
import { type Offset, readOffset } from './offset.ts';

/** A policy's offset: text in the file, an {@link Offset} once parsed. */
export const offsetSchema = z.string().transform((text, context): Offset => {
  const offset = readOffset(text);
  if (offset) return offset;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no length of time: write a number and hours, days, working days, weeks or months, e.g. "3 working days"`,
  });
  return z.NEVER;
});
