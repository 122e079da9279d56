import { readFile } from 'node:fs/promises';

export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** The stages of a Dockerfile, each with its instructions; comments and continued lines are done away with. */
export async function readDockerfile(path: string): Promise<Instruction[][]> {
  const text = (await readFile(path, 'utf8')).replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  const stages: Instruction[][] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no instruction: ${line}`);
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, rest });
  }
  return stages;
}

/** What is copied from the sources, and where to. */
export function copied(stage: readonly Instruction[]): [from: string, to: string][] {
  return restsOf(stage, 'COPY').flatMap((rest) => {
    if (rest.startsWith('--from=')) return [];
    const parts = rest.split(/\s+/);
    const to = parts.at(-1) ?? '';
    return parts.slice(0, -1).map((from): [string, string] => [from, to]);
  });
}

/** All of one name, without the name. */
export function restsOf(stage: readonly Instruction[], name: string): string[] {
  return stage.filter((one) => one.name === name).map(({ rest }) => rest);
}

/** The words of an instruction in the form that no shell reads: `["node", "x"]`. */
export function words(rest: string): string[] {
  const list: unknown = JSON.parse(rest.slice(rest.indexOf('[')));
  if (!Array.isArray(list)) throw new Error(`no list: ${rest}`);
  return list.map(String);
}
