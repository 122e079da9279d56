import { ASKED_ITEMS, type AskedItem } from '../../../domain/asked-items.ts';
import { htmlToText } from '../../zaf/html-text.ts';

const LIST_ITEM = /<li\b[^>]*>([\s\S]*?)<\/li>/giu;

/** Editors put straight apostrophes for curly ones, and may end an item with a mark or begin it in capitals. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/gu, "'")
    .replace(/\s*([:;?!»«])\s*/gu, '$1')
    .replace(/[.,;]+$/u, '')
    .trim();
}

const KNOWN: ReadonlyMap<string, string> = new Map(
  Object.values(ASKED_ITEMS).flatMap((items) =>
    Object.entries(items).map(([item, text]) => [plain(text), item] as const),
  ),
);

/** What an item of a list asks for; undefined for an account's own. A list within a list is none of ours. */
function askedBy(html: string): string | undefined {
  return KNOWN.get(plain(htmlToText(html)));
}

/**
 * Leaves out of a letter's list what need not be asked for. Items in an account's own words stay; where no item is
 * known, or none would be left, the letter stays whole.
 */
export function onlyAsked(html: string, wanted: readonly AskedItem[]): string {
  const names: readonly string[] = wanted;
  const stays = (content: string): boolean => {
    const item = askedBy(content);
    return item === undefined || names.includes(item);
  };
  const items = [...html.matchAll(LIST_ITEM)];
  const anyStays = items.some(([, content = '']) => stays(content));
  if (!anyStays) return html;
  return html.replace(LIST_ITEM, (item, content: string) => (stays(content) ? item : ''));
}
