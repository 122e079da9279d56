import { expect } from 'vitest';
import type { Sandbox } from '../../../sandbox/index.ts';
import { numberAt } from '../../support/read.ts';
import type { Run } from '../client.ts';

/** A round through some of the library's methods, with their results checked. */
export type Tour = (run: Run, sandbox: Sandbox) => Promise<void>;

/** The id of what was created; the library's results are `{response, result}`. */
export const idIn = (result: unknown): number => numberAt(result, 'result.id');

/** A 204: the library resolves it to an Error inside the result. */
export const GONE = { result: expect.objectContaining({ statusCode: 204 }) };
