import { literal } from './literal.ts';
import { distinct, plainKey, type Span, spansOf } from './span.ts';

const NAME = "\\p{Lu}[\\p{L}'’-]{1,30}(?:[ \\t](?:(?:van|von|de|der)[ \\t]){0,2}\\p{Lu}[\\p{L}'’-]{1,30})?";
const TITLE = '(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Hh]err|[Hh]errn|[Ff]rau)\\.?';
const TITLED = `(?:${TITLE}[ \\t]){0,2}${NAME}`;
const ROLE =
  '(?:agent|advis[oe]r|colleague|engineer|technician|operator|manager|supervisor|[Mm]itarbeiter|[Mm]itarbeiterin|[Kk]ollege|[Kk]ollegen|[Kk]ollegin|[Tt]echniker|[Tt]echnikerin|[Bb]erater|[Bb]eraterin)';

const expression = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}`, 'gu');

/** Where a person of the company is named: the greeting of a letter, and who was spoken to. */
const PLACES: readonly RegExp[] = [
  expression(
    `(?:Dear|Hello|Hi|Hallo|Liebe|Lieber|Sehr geehrte|Sehr geehrter|Guten Tag)[ \\t](?<name>${TITLED})(?=[ \\t]?[,!:.\\n]|$)`,
  ),
  expression(
    `(?:[Ss]poke|[Ss]poken|[Ss]peaking|[Tt]alked|[Tt]alking|[Cc]hatted)[ \\t](?:to|with)[ \\t](?<name>${TITLED})`,
  ),
  expression(`[Mm]it[ \\t](?:[Ii]hre[mr][ \\t]${ROLE},?[ \\t])?(?<name>${TITLE}[ \\t]${NAME})`),
  expression(
    `(?:[Yy]our|[Tt]he|[Ii]hre?|[Ii]hrem|[Ii]hren|[Ii]hrer|[Dd]er|[Dd]ie|[Dd]em)[ \\t]${ROLE},?[ \\t](?<name>${TITLED})`,
  ),
  expression(
    `${ROLE}[ \\t](?:called|named|by[ \\t]the[ \\t]name[ \\t]of|namens|mit[ \\t]Namen)[ \\t](?<name>${TITLED})`,
  ),
  expression(
    `(?<name>${TITLED})[ \\t](?:from|of|in|aus|von)[ \\t](?:your|[Ii]hre[mr])[ \\t](?:[Cc]ustomer[ \\t])?(?:support|service|complaints?|technical|team|office|Kundendienst|Kundenservice|Technik|Support|Team)`,
  ),
];

/** "Herr Weber hat mir gesagt": with a title a name is a person wherever it stands. */
const ANYWHERE = expression(`(?<name>(?:Mr|Mrs|Ms|Miss|Herr|Herrn|Frau)\\.?[ \\t]${NAME})`);

/** Greetings that name nobody, and words that a sentence goes on with. */
const NOBODY = new Set(
  'sir madam team support all everyone customer complaints service sirs damen herren kundenservice kundendienst beschwerdestelle zusammen the a an somebody someone anybody you your i we er sie wir ich'.split(
    ' ',
  ),
);

const withoutTitle = (name: string): string =>
  name
    .replace(new RegExp(`^(?:${TITLE}[ \\t]){1,2}`, 'u'), '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Who is known: names of the account's agents, and of whoever complains, who is no member of staff. */
export interface KnownPeople {
  readonly agents?: readonly string[];
  readonly customer?: string;
}

function isCustomer(name: string, customer = ''): boolean {
  const own = customer.toLowerCase().split(/\s+/).filter(Boolean);
  return own.length > 0 && name.split(' ').every((part) => own.includes(part));
}

function isSomebody(span: Span, customer: string | undefined): boolean {
  const name = withoutTitle(span.text);
  const [first = ''] = name.split(' ');
  return name !== '' && !NOBODY.has(first) && !isCustomer(name, customer);
}

/** The full names of agents, however they are written large or small. */
function agentsIn(text: string, agents: readonly string[]): Span[] {
  const names = agents.map((name) => name.trim()).filter((name) => name.includes(' '));
  if (names.length === 0) return [];
  const pattern = `(?<![\\p{L}\\p{N}])(?:${names.map(literal).join('|')})(?![\\p{L}\\p{N}])`;
  return spansOf(text, new RegExp(pattern, 'giu'));
}

/** A shorter reading of a name that stands elsewhere in full is left out: "Weber" beside "Jonas Weber". */
function fullest(spans: readonly Span[]): Span[] {
  const names = spans.map(({ text }) => withoutTitle(text));
  return spans.filter((_, index) => {
    const own = names[index] ?? '';
    return !names.some((other, at) => at !== index && other !== own && ` ${other} `.includes(` ${own} `));
  });
}

/** Members of staff whom a text names: in its greeting, as who was spoken to, by title, or by an agent's full name. */
export function findStaff(text: string, { agents = [], customer }: KnownPeople = {}): Span[] {
  const found = [
    ...agentsIn(text, agents),
    ...[...PLACES, ANYWHERE].flatMap((pattern) => spansOf(text, pattern, 'name')),
  ].filter((span) => isSomebody(span, customer));
  return fullest(distinct(found, (span) => withoutTitle(plainKey(span)) || plainKey(span)));
}
