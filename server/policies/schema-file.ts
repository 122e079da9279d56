import { policyJsonSchema } from './schema.ts';

/** As wide as the formatter lets a line be. */
const WIDTH = 110;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON as the repository's formatter writes it: lists of plain values on one line where they fit. */
function written(value: unknown, indent: string, used: number): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item).replaceAll(',', ', ')).join(', ')}]`;
    if (!value.some(isObject) && used + line.length < WIDTH) return line;
    const items = value.map((item) => `${inner}${written(item, inner, inner.length)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const pairs = Object.entries(value).map(([key, part]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + written(part, inner, start.length);
  });
  return pairs.length > 0 ? `{\n${pairs.join(',\n')}\n${indent}}` : '{}';
}

/** The text of policies/policy.schema.json. */
export function schemaFileText(): string {
  return `${written(policyJsonSchema(), '', 0)}\n`;
}
