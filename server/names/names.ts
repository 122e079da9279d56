/** What Zendesk calls by a name, and the ledger by an id alone. */
export const NAME_KINDS = ['user', 'brand', 'organization'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** Names as Zendesk has them now, or had them minutes ago: the ledger holds none, and nothing writes them down. */
export interface Names {
  /** As far as they can be had. Never rejects: what is shown by its id is better than nothing. */
  of(kind: NameKind, ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

/** Where Zendesk is not asked. */
export const NO_NAMES: Names = { of: async () => new Map() };
