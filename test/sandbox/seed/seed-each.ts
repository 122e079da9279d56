/** Seeds each entry of a list; whatever is thrown is told with the entry's place: `Seed: triggers[2]: ...`. */
export function seedEach<Entry>(
  name: string,
  entries: readonly Entry[] | undefined,
  seed: (entry: Entry) => void,
): void {
  for (const [index, entry] of (entries ?? []).entries()) {
    try {
      seed(entry);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`Seed: ${name}[${index}]: ${why}`, { cause: error });
    }
  }
}
