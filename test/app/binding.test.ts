import { describe, expect, test } from 'vitest';
import { newDateText } from '../../app/sidebar/actions/extend/new-date-text.ts';
import { fillNewDate } from '../../app/sidebar/draft/new-date.ts';
import { isOnly, isStillThere, unfilledIn, unrenderedIn } from '../../app/sidebar/model/binding.ts';
import { htmlToText, textToHtml } from '../../app/zaf/html-text.ts';
import { localDate } from '../../domain/index.ts';
import { PLACE_TO_FILL } from '../../server/provision/definition/places.ts';
import { PROSE } from '../../server/provision/definition/texts/prose/index.ts';

const macro =
  'Dear customer, we are still looking into your complaint about the service at your home. [please fill in: what we did] You will hear from us again soon.';

describe('whether the inserted text is still there', () => {
  test('with gaps filled, words changed and more around it', () => {
    const reply =
      'Dear Ms Patel, we are still looking into your complaint about the router. We sent an engineer on Monday. You will hear from us again soon. Kind regards, Amira';
    expect(isStillThere(macro, reply)).toBe(true);
  });

  test('not once it is deleted, whatever else is written', () => {
    expect(isStillThere(macro, '')).toBe(false);
    expect(
      isStillThere(macro, 'Thank you for your call. I have asked the engineer about your complaint.'),
    ).toBe(false);
  });

  test('a text of two words is found too', () => {
    expect(isStillThere('Thank you!', 'Hello. Thank you.')).toBe(true);
    expect(isStillThere('Thank you!', 'Hello.')).toBe(false);
  });

  test('nothing else is with it', () => {
    expect(isOnly(macro, ` ${macro.toUpperCase()}\n`)).toBe(true);
    expect(isOnly(macro, `${macro} Amira`)).toBe(false);
  });
});

describe('what is left to fill in', () => {
  test('gaps of the macro, which have words in brackets', () => {
    expect(unfilledIn(macro, macro)).toBe('[please fill in: what we did]');
    expect(unfilledIn(macro, 'We sent an engineer. You will hear from us again soon.')).toBeUndefined();
  });

  test('what is left of a gap with an ellipsis', () => {
    expect(unfilledIn('Hello […what we found…]', 'Hello […the router was broken. Kind regards')).toContain(
      '[…the router',
    );
    expect(unfilledIn('Hello […what we found…]', 'Hello […the router…] Kind regards')).toBe('[…the router…]');
  });

  test('not the agent’s own brackets', () => {
    expect(unfilledIn(macro, 'We sent an engineer [see below]. [1] [sic]')).toBeUndefined();
    expect(unfilledIn('Footnote [1]', 'Footnote [1]')).toBeUndefined();
  });

  test('placeholders of Zendesk’s', () => {
    expect(unrenderedIn('Dear {{ticket.requester.name}}, hello')).toBe('{{ticket.requester.name}}');
    expect(unrenderedIn('Dear {{ticket.requ')).toBe('{{ticket.requ');
    expect(unrenderedIn('Dear {Ms Patel}')).toBeUndefined();
  });
});

describe('HTML and text', () => {
  test('the words of a rich text', () => {
    expect(
      htmlToText('<p>Tea&nbsp;&amp; <b>cake</b></p><p>a &lt; b &#x2019; &#39;</p><style>p{}</style>'),
    ).toBe("Tea & cake a < b ’ '");
    expect(htmlToText('<p><br></p>')).toBe('');
    expect(htmlToText('1 < 2 and 3 > 2')).toBe('1 < 2 and 3 > 2');
  });

  test('plain text becomes paragraphs, and nothing in it acts', () => {
    expect(textToHtml('a <b>\nb\n\nc & d')).toBe('<p>a &lt;b&gt;<br>b</p><p>c &amp; d</p>');
  });
});

describe('the new date in the letter of an extension', () => {
  const told = { date: localDate('2026-04-20'), zone: 'Europe/London' };
  const fill = (html: string, locale?: string) =>
    fillNewDate(html, (language) => newDateText(told, language, locale));

  test('stands in its place, in the language that the letter is written in', () => {
    expect(fill('by <b>[…the new date…]</b>.', 'de')).toBe('by <b>20 April 2026</b>.');
    expect(fill('bis zum [&hellip;neues Datum&hellip;]', 'en-us')).toBe('bis zum 20. April 2026');
    expect(fill('by [… the new date …]', 'en-us')).toBe('by April 20, 2026');
  });

  test('and nothing else is touched', () => {
    const other = 'by […date…], […the new date or so…], [the new date]';
    expect(fill(other)).toBe(other);
    expect(fillNewDate('[…the new date…]', () => '<b>$&</b>')).toBe('&lt;b&gt;$&amp;&lt;/b&gt;');
  });

  test.each(Object.entries(PROSE))('%s: our own letter has the place', (_language, { extension }) => {
    expect(extension.until).toMatch(PLACE_TO_FILL);
    expect(fill(extension.until)).not.toMatch(PLACE_TO_FILL);
    expect(fill(extension.until)).toContain('2026');
  });

  test('a promise in hours is told by the hour of the policy’s zone', () => {
    const at = Date.parse('2026-04-20T13:30:00Z');
    expect(newDateText({ ...told, at }, 'de')).toBe('20. April 2026 um 14:30');
  });
});
