import { z } from 'zod';
import { isZendeskError } from '../../../zendesk/errors.ts';
import type { MacroResult } from '../../../zendesk/port.ts';
import { findMarked, findText } from '../../account/find.ts';
import { parseReply } from '../../account/parse.ts';
import type { DynamicContent, Macro } from '../../account/schemas.ts';
import { MACRO_KEYS, type MacroKey } from '../../definition/keys.ts';
import { promisesOf } from '../../definition/promises.ts';
import { textDefinitions } from '../../definition/texts/index.ts';
import { textName } from '../../definition/texts/name.ts';
import { listed, ok, orOk, problem, warning } from '../findings.ts';
import { APPLY, SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const meReply = z.object({ user: z.object({ locale_id: z.number().nullish() }) });

/** Found with the sign that the sidebar looks for: a reply in which it remains isn't sent from there. */
const PLACE = '[…';

const PLACEHOLDER = /\{\{\s*([\w.]+)[^}]*\}\}/gu;
const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []);

const MEND = `${SCREENS.macros}: open it and correct its text; where that is dynamic content, ${SCREENS.dynamicContent}. Or put ours back: run npm run provision -- plan, which shows what differs.`;

/** Which letters have places that an agent fills in: the others must not have any. */
async function lettersWithPlaces({ policy }: DoctorContext): Promise<ReadonlySet<MacroKey>> {
  const ours = await policy();
  const definitions = textDefinitions(ours.company, promisesOf(ours));
  return new Set(
    definitions
      .filter(({ content }) => Object.values(content).some((text) => text.includes(PLACE)))
      .map(({ key }) => key),
  );
}

interface Tried {
  readonly key: MacroKey;
  readonly macro: Macro;
  readonly result: MacroResult;
}

function textFindings({ key, macro, result }: Tried, withPlaces: ReadonlySet<MacroKey>): Finding[] {
  const { body, htmlBody = '' } = result;
  const text = `${body}\n${htmlBody}`;
  const name = `macro "${macro.title}"`;
  const found: Finding[] = [];
  const left = [...new Set(text.match(/\{\{[^}]*\}?\}?/gu) ?? [])];
  if (left.length > 0)
    found.push(
      problem(
        `${name} leaves ${listed(left)} as it is${key === 'acknowledgement' ? ': nothing is acknowledged by itself while it does' : ''}`,
        MEND,
      ),
    );
  if (body.trim() === '' && htmlBody.trim() === '') found.push(problem(`${name} has no text`, MEND));
  if (text.includes(PLACE) && key === 'acknowledgement')
    found.push(
      problem(`${name} has a place "${PLACE}", and the service, which sends it, fills in none`, MEND),
    );
  else if (text.includes(PLACE) && !withPlaces.has(key))
    found.push(
      warning(`${name} has a place "${PLACE}" that ours has not: agents must fill it in by hand`, MEND),
    );
  if (result.public === false)
    found.push(problem(`${name} writes an internal note: the customer gets nothing`, APPLY));
  return found;
}

/** In other languages than that of the test ticket only names can be compared: those that were never rendered. */
function otherLanguages(texts: readonly DynamicContent[], localeId: number | undefined): Finding[] {
  const ours = MACRO_KEYS.flatMap((key) => findText(texts, textName(key)) ?? []);
  const shown = ({ variants, default_locale_id }: DynamicContent) =>
    variants.find(({ locale_id }) => locale_id === localeId) ??
    variants.find(({ locale_id }) => locale_id === default_locale_id);
  const tried = new Set(ours.flatMap((item) => placeholdersIn(shown(item)?.content ?? '')));
  const untried = new Set(
    ours
      .flatMap(({ variants }) => variants.filter(({ active }) => active))
      .flatMap(({ content }) => placeholdersIn(content))
      .filter((name) => !tried.has(name)),
  );
  if (untried.size === 0) return [];
  return [
    warning(
      `in other languages than that of the test ticket stand placeholders that were not tried: ${listed([...untried])}`,
      `${SCREENS.dynamicContent}: look for them in the items "complaint_clock_…", and compare with the other languages.`,
    ),
  ];
}

async function tryAll({
  living,
  ticket,
  provisioning,
}: DoctorContext): Promise<readonly (Tried | Finding)[]> {
  const { macros } = await living.objects();
  const tried: (Tried | Finding)[] = [];
  for (const key of MACRO_KEYS) {
    const macro = findMarked(macros, `macro:${key}`);
    if (!macro) {
      tried.push(problem(`the macro ${key} is missing`, APPLY));
      continue;
    }
    try {
      tried.push({ key, macro, result: await provisioning.port.applyMacro(await ticket.id(), macro.id) });
    } catch (error) {
      if (!isZendeskError(error, 'not_found', 'invalid')) throw error;
      tried.push(
        problem(
          `macro "${macro.title}" can't be applied: ${error.message}`,
          `${SCREENS.macros}: activate it. ${APPLY}`,
        ),
      );
    }
  }
  return tried;
}

/** Each of our macros, as it would come out on a ticket: nothing is left unrendered, nothing is empty. */
export const macroText: Check = {
  id: 'macro-text',
  title: 'What the macros say on a ticket',
  run: async (context) => {
    const { rest, living } = context;
    const tried = await tryAll(context);
    const withPlaces = await lettersWithPlaces(context);
    const { user } = parseReply(meReply, await rest.get('users/me'), 'users/me');
    const { texts } = await living.objects();
    const found = [
      ...tried.flatMap((one) => ('macro' in one ? textFindings(one, withPlaces) : [one])),
      ...otherLanguages(texts, user.locale_id ?? undefined),
    ];
    const all = tried.filter((one) => 'macro' in one).length;
    return orOk(found, `all ${all} macros come out whole on the test ticket`).concat(
      found.length > 0 ? [ok(`${all} macros were tried on the test ticket`)] : [],
    );
  },
};
