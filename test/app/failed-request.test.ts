import { describe, expect, test } from 'vitest';
import { failureText } from '../../app/sidebar/failure-text.ts';
import { RestError } from '../../app/zaf/host.ts';
import { failedRequestSchema } from '../../app/zaf/parse.ts';
import { languageFor } from './support/languages.ts';

const { say } = languageFor('en-GB');
const call = { path: '/api/v2/tickets/1.json', method: 'PUT' } as const;

describe('a failed request', () => {
  test('is read with and without a JSON body, as jQuery gives it', () => {
    expect(failedRequestSchema.parse({ status: 503, responseText: '' })).toMatchObject({ status: 503 });
    expect(
      failedRequestSchema.parse({ status: 422, responseJSON: { error: 'x' }, responseText: '{}' }),
    ).toMatchObject({
      status: 422,
      responseJSON: { error: 'x' },
    });
    expect(failedRequestSchema.parse({ statusText: 'abort' })).toMatchObject({ status: 0 });
  });

  test.each([
    [0, 'Zendesk could not be reached.'],
    [403, 'Your role may not do this here.'],
    [404, 'This was not found in Zendesk.'],
    [409, 'Somebody else is changing this ticket right now.'],
    [429, 'Zendesk is busy.'],
    [503, 'Zendesk is busy.'],
    [502, 'Zendesk could not be reached.'],
  ])('with status %i says what to do', (status, words) => {
    expect(failureText(new RestError(call, status, undefined), say)).toContain(words);
  });

  test('hands on why Zendesk refused a change', () => {
    const body = {
      error: 'RecordInvalid',
      description: 'Record validation errors',
      details: { base: [{ description: 'Category: is required when solving a ticket' }] },
    };
    expect(failureText(new RestError(call, 422, body), say)).toBe(
      'Zendesk refused the change: Category: is required when solving a ticket',
    );
    expect(failureText(new RestError(call, 422, { description: 'No' }), say)).toContain(
      'refused the change: No',
    );
  });
});
