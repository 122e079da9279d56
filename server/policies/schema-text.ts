/** What an editor and `policy:check` say of a place in a policy file, and what JSON Schema can say beyond the parser's schema. */
export interface SchemaText {
  readonly description: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly examples?: readonly (string | number | boolean | readonly string[])[];
  readonly [more: string]: unknown;
}

export const text = (description: string, ...examples: string[]): SchemaText =>
  examples.length > 0 ? { description, examples } : { description };
