import { z } from 'zod';

const sizeShape = z
  .object({ width: z.coerce.string(), height: z.coerce.string() })
  .partial()
  .transform(({ width, height }) => ({
    ...(width === undefined ? {} : { width: withUnit(width) }),
    ...(height === undefined ? {} : { height: withUnit(height) }),
  }));
const placeShape = z.union([
  z.string().transform((url) => ({ ...usualPlace, url })),
  z
    .object({
      url: z.string().default(''),
      flexible: z.boolean().default(true),
      autoLoad: z.boolean().default(true),
      autoHide: z.boolean().default(false),
      signed: z.boolean().optional(),
      size: sizeShape.optional(),
    })
    .transform(({ signed, size, ...place }) => ({
      ...place,
      ...(signed === undefined ? {} : { signed }),
      ...(size === undefined ? {} : { size }),
    })),
]);
const usualPlace = { flexible: true, autoLoad: true, autoHide: false };

const parameterShape = z.object({
  name: z.string(),
  secure: z.boolean().default(false),
  scopes: z.array(z.string()).default([]),
});

/** The parts of manifest.json that a host reads; what is missing has Zendesk's usual value. */
export const manifestShape = z.object({
  name: z.string().default('App'),
  version: z.string().default('0'),
  defaultLocale: z.string().default('en'),
  signedUrls: z.boolean().default(false),
  location: z.record(z.string(), z.record(z.string(), placeShape)).default({}),
  parameters: z.array(parameterShape).default([]),
  domainWhitelist: z.array(z.string()).default([]),
});

export type AppManifest = z.infer<typeof manifestShape>;

function withUnit(length: string): string {
  return /^\d+$/.test(length) ? `${length}px` : length;
}
