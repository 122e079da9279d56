import { z } from 'zod';
import { isMonth, type Month } from '../../domain/months.ts';
import type { FigureFilter } from '../ledger/index.ts';
import { idText, listOf, nameText } from './query.ts';

/** By which all figures can be narrowed. */
export const figureFilterShape = {
  brand: listOf(idText).optional(),
  organization: listOf(idText).optional(),
  category: listOf(nameText).optional(),
  channel: listOf(nameText).optional(),
  policy: listOf(nameText).optional(),
};

type Asked = z.output<z.ZodObject<typeof figureFilterShape>>;

export function figureFilterOf({ brand, organization, category, channel, policy }: Asked): FigureFilter {
  return {
    brands: brand,
    organizations: organization,
    categories: category,
    channels: channel,
    policies: policy,
  };
}

export const monthText = z
  .string('must be given once')
  .refine((text): text is Month => /^(19[7-9]|20|21)/.test(text) && isMonth(text), {
    message: 'must be a month between 1970 and 2199, e.g. 2026-04',
  });

/** A month, the present one where left out, and the filters. */
export const monthQuery = z.strictObject({ ...figureFilterShape, month: monthText.optional() });
export type MonthQuery = z.output<typeof monthQuery>;
