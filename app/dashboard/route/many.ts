/** Several values of one filter in the page's address, as the service takes them: divided by commas, which none holds. */

/** The service takes no more of one filter. */
export const MOST_VALUES = 50;

export const valuesOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').filter((one) => one !== '');

/** With a value that was not there, or without one that was. */
export function toggled(text: string | undefined, value: string): string | undefined {
  const before = valuesOf(text);
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return after.length === 0 ? undefined : after.join(',');
}

/** With another value of one name; without the name where there is none. */
export function changed<Name extends string>(
  all: Readonly<Partial<Record<Name, string>>>,
  name: NoInfer<Name>,
  value: string | undefined,
): Readonly<Partial<Record<Name, string>>> {
  const others: Partial<Record<Name, string>> = { ...all };
  delete others[name];
  if (value !== undefined) others[name] = value;
  return others;
}
