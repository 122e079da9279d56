import { z } from 'zod';
import type { AppMessage } from './messages.ts';
import type { Surface } from './surface.ts';

type Call = Extract<AppMessage, { kind: 'get' | 'set' | 'invoke' }>;

interface PathError {
  name: string;
  message: string;
  path: string;
}

/** Answers a get, set or invoke of one or many paths; a path that fails is among `errors`, the others hold. */
export async function answerCall(surface: Surface, call: Call): Promise<Record<string, unknown>> {
  const errors: Record<string, PathError> = {};
  const result: Record<string, unknown> = {};
  for (const [path, perform] of performances(surface, call)) {
    try {
      result[path] = (await perform()) ?? null;
    } catch (error) {
      errors[path] = { name: 'Error', message: wordsFor(error), path };
    }
  }
  return { errors, ...result };
}

function performances(surface: Surface, call: Call): [string, () => unknown][] {
  if (call.kind === 'get') return call.paths.map((path) => [path, () => surface.get(path)]);
  if (call.kind === 'set') {
    return call.entries.map(([path, value]) => [
      path,
      () => {
        surface.set(path, value);
        return value;
      },
    ]);
  }
  return call.entries.map(([name, args]) => [
    name,
    () => surface.invoke(name, Array.isArray(args) ? args : [args]),
  ]);
}

/** What was wrong, without the structure of a schema's report. */
function wordsFor(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map((issue) => issue.message).join(' ');
  return error instanceof Error ? error.message : String(error);
}
