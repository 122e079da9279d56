import { describe, expect, test } from 'vitest';
import { optionLabel } from '../../../app/dashboard/names/account-names.ts';
import { placeOfRoute, ticketOfPlace } from '../../../app/dashboard/route/case-route.ts';
import { addressName } from '../../../app/zaf/open-page.ts';

const OWN = { names: { en: 'Billing', de: 'Abrechnung', nl: 'Facturering' }, byPolicy: false };
const POLICY = { names: { en: 'Money', de: 'Geld' }, byPolicy: true };

describe('an option is called', () => {
  test.each([
    // An account has each name in one language, whoever reads it.
    ['in the reader’s language, where the account has it in another', 'Billing', OWN, 'de', 'Abrechnung'],
    ['in the reader’s language, though the account speaks Dutch', 'Facturering', OWN, 'en', 'Billing'],
    ['as the account’s admins have named it anew', 'Invoices', OWN, 'de', 'Invoices'],
    ['as they have named it within a group', 'Complaint::Invoices', OWN, 'de', 'Invoices'],
    ['as the policy says, whatever the account calls it', 'Invoices', POLICY, 'de', 'Geld'],
    ['in English, where the policy has no other', undefined, POLICY, 'fr', 'Money'],
    ['as the product does, where the account lacks it', undefined, OWN, 'de', 'Abrechnung'],
    ['as in the account, where nobody else knows it', 'Broken lift', undefined, 'de', 'Broken lift'],
    ['by its code, where nobody has named it', undefined, undefined, 'de', 'Wifi outage'],
  ])('%s', (_, inAccount, label, language, expected) => {
    expect(optionLabel('wifi_outage', inAccount, { label, language })).toBe(expected);
  });
});

describe('the route to a case', () => {
  test.each([
    ['case/42', '#register?tickets=42', '42'],
    ['/case/42', '#register?tickets=42', '42'],
  ])('%s leads to %s', (route, place, ticket) => {
    expect(placeOfRoute(route)).toBe(place);
    expect(ticketOfPlace(place)).toBe(ticket);
  });

  test.each([
    '',
    'case/',
    'case/0',
    'case/x',
    'case/1,2',
    'case/42/more',
    '#register',
  ])('%j leads nowhere', (route) => {
    expect(placeOfRoute(route)).toBeUndefined();
  });

  test.each([
    ['Complaint Clock', 'complaint-clock'],
    ['complaintClock_de', 'complaint-clock-de'],
    ['Beschwerden  Österreich', 'beschwerden-österreich'],
  ])('an app called %s has the address %s', (name, address) => {
    expect(addressName(name)).toBe(address);
  });
});
