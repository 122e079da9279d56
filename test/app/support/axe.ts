import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { atRest } from './at-rest.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
);

/** A line for each thing that axe finds wrong with a page at rest. */
export async function violationsIn(sidebar: Frame): Promise<string[]> {
  // It is large, and stays with the page that it was put into.
  if (!(await sidebar.evaluate('"axe" in window'))) await sidebar.evaluate(source);
  const violations = violationsSchema.parse(
    await sidebar.evaluate('axe.run(document, { resultTypes: ["violations"] }).then((it) => it.violations)'),
  );
  return violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map((node) => node.target))}`);
}

/** Fails with a line for each thing that axe finds wrong with the page, once all that moves has come to its end. */
export async function expectAccessible(sidebar: Frame): Promise<void> {
  await atRest(sidebar);
  expect(await violationsIn(sidebar)).toEqual([]);
}
