import { distinct, plainKey, type Span, spansOf } from './span.ts';

const ADDRESS =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}(?![\p{L}\p{N}@])/giu;

/** Addresses that say nothing: the requester's, and those of the company. */
export interface OwnAddresses {
  readonly addresses?: readonly string[];
  /** `ask4.com`, which stands for `support.ask4.com` too. */
  readonly domains?: readonly string[];
}

function isOwn(address: string, { addresses = [], domains = [] }: OwnAddresses): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return (
    addresses.some((own) => own.toLowerCase() === address) ||
    domains.some((own) => domain === own.toLowerCase() || domain.endsWith(`.${own.toLowerCase()}`))
  );
}

/** E-mail addresses in a text, other than those that are known anyway. */
export function findEmails(text: string, own: OwnAddresses = {}): Span[] {
  return distinct(spansOf(text, ADDRESS), plainKey).filter((span) => !isOwn(plainKey(span), own));
}
