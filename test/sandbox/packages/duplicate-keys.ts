/** Keys that an object in valid JSON text has twice, with the path to it: `parameters.0.name`. */
export function duplicateKeys(json: string): string[] {
  const found: string[] = [];
  const open: Level[] = [];
  for (const [token] of json.matchAll(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const level = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), expectsKey: true, step: '' });
    else if (token === '[') open.push({ keys: undefined, expectsKey: false, step: '0' });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && level) {
      level.expectsKey = level.keys !== undefined;
      if (level.keys === undefined) level.step = String(Number(level.step) + 1);
    } else if (level?.expectsKey && token.startsWith('"')) {
      level.expectsKey = false;
      level.step = keyOf(token);
      if (level.keys?.has(level.step)) found.push(open.map((it) => it.step).join('.'));
      level.keys?.add(level.step);
    }
  }
  return found;
}

/** An object or a list that is being read. */
interface Level {
  /** Undefined in a list. */
  keys: Set<string> | undefined;
  expectsKey: boolean;
  /** The key or index that is being read. */
  step: string;
}

function keyOf(token: string): string {
  const key: unknown = JSON.parse(token);
  return String(key);
}
