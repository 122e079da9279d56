import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

const GOOD = {
  ZENDESK_URL: 'https://ask4.zendesk.com',
  ZENDESK_CLIENT_ID: 'complaint_clock',
  ZENDESK_CLIENT_SECRET: 'top-secret-value',
  PUBLIC_URL: 'https://clock.example.com',
};

function configOf(changes: Record<string, string> = {}) {
  const read = readConfig({ ...GOOD, ...changes });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.config;
}

describe('good settings', () => {
  it('name leads by id or name, divided by commas', () => {
    const { leads } = configOf({ LEAD_GROUPS: ' Complaint leads, 91 ,,', LEAD_ROLES: 'Team lead' });
    expect(leads).toEqual({ groups: ['Complaint leads', '91'], roles: ['Team lead'] });
  });

  it('need no more than the account and the own address', () => {
    expect(configOf()).toEqual({
      zendesk: {
        baseUrl: 'https://ask4.zendesk.com',
        clientId: 'complaint_clock',
        clientSecret: 'top-secret-value',
        scope: 'read tickets:write',
      },
      provisionClient: { clientId: 'complaint_clock', clientSecret: 'top-secret-value' },
      publicUrl: 'https://clock.example.com',
      basePath: '',
      trustedProxies: [],
      port: 3000,
      host: '0.0.0.0',
      databaseUrl: undefined,
      dataDir: resolve('.data'),
      policy: 'policies/ask4.yaml',
      liveSince: undefined,
      webhookSecrets: [],
      logLevel: 'info',
      concurrency: 4,
      quietMs: 3_000,
      rateShare: 50,
      leads: { groups: [], roles: [] },
      dashboardDir: resolve('dist/dashboard'),
      sweepMinutes: 5,
      account: 'ask4',
      appSecrets: [],
    });
  });

  it('are all taken', () => {
    const config = configOf({
      ZENDESK_URL: 'http://127.0.0.1:4000/',
      PORT: '0',
      DATABASE_URL: 'postgres://clock:x@db/clock',
      LIVE_SINCE: '2026-04-01T09:00:00+01:00',
      PROVISION_CLIENT_ID: 'provisioning',
      PROVISION_CLIENT_SECRET: 'another',
      WEBHOOK_SECRET: 'now',
      WEBHOOK_SECRET_PREVIOUS: 'before',
      LOG_LEVEL: 'debug',
      CONCURRENCY: '8',
      QUIET_MS: '0',
    });
    expect(config).toMatchObject({
      zendesk: { baseUrl: 'http://127.0.0.1:4000' },
      provisionClient: { clientId: 'provisioning', clientSecret: 'another' },
      port: 0,
      databaseUrl: 'postgres://clock:x@db/clock',
      liveSince: Date.parse('2026-04-01T08:00:00Z'),
      webhookSecrets: ['now', 'before'],
      logLevel: 'debug',
      concurrency: 8,
      quietMs: 0,
    });
  });

  it('have a path of the own address where a proxy gives it one', () => {
    for (const url of ['https://example.com/zendesk/clock-1', 'https://example.com/zendesk/clock-1/'])
      expect(configOf({ PUBLIC_URL: url })).toMatchObject({
        publicUrl: 'https://example.com/zendesk/clock-1',
        basePath: '/zendesk/clock-1',
      });
  });

  it('name the proxies that are trusted', () => {
    const trustedProxies = ['loopback', '10.0.0.0/8', '::1'];
    expect(configOf({ TRUST_PROXY: 'loopback, 10.0.0.0/8,::1,' })).toMatchObject({ trustedProxies });
  });

  it('may be empty where they may be left out', () => {
    expect(configOf({ DATABASE_URL: '', PORT: ' ' })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });
});

describe('faults', () => {
  it.each([
    ['ZENDESK_URL', '', /not set/],
    ['ZENDESK_URL', 'ask4.zendesk.com', /https/],
    ['ZENDESK_URL', 'http://ask4.zendesk.com', /https/],
    ['ZENDESK_URL', 'https://ask4.zendesk.com/api/v2', /without path/],
    ['ZENDESK_URL', 'https://me:pw@ask4.zendesk.com', /user/],
    ['ZENDESK_CLIENT_ID', '', /not set/],
    ['ZENDESK_CLIENT_SECRET', '  ', /not set/],
    ['PUBLIC_URL', '', /not set/],
    ['PUBLIC_URL', 'http://clock.example.com', /https/],
    ['PUBLIC_URL', 'https://example.com/a/../b%2fc', /plain letters/],
    ['PUBLIC_URL', 'https://example.com/:ticket', /plain letters/],
    ['PUBLIC_URL', 'https://example.com/clock?x=1', /without query/],
    ['TRUST_PROXY', 'true', /addresses or networks/],
    ['TRUST_PROXY', '10.0.0.0/33', /addresses or networks/],
    ['TRUST_PROXY', 'proxy.example.com', /addresses or networks/],
    ['PORT', '70000', /between 0 and 65535/],
    ['PORT', '80a', /whole number/],
    ['DATABASE_URL', 'mysql://x', /postgres:/],
    ['LIVE_SINCE', '2026-04-01', /zone/],
    ['LIVE_SINCE', '2026-04-01T09:00:00', /zone/],
    ['LOG_LEVEL', 'loud', /debug/],
    ['CONCURRENCY', '0', /between 1 and 50/],
    ['QUIET_MS', '-1', /whole number/],
    ['WEBHOOK_SECRET_PREVIOUS', 'before', /without WEBHOOK_SECRET/],
  ])('%s = "%s" is one', (name, value, message) => {
    const read = readConfig({ ...GOOD, [name]: value });
    expect(read).toEqual({ ok: false, faults: [{ name, message: expect.stringMatching(message) }] });
  });

  it.each([
    ['PROVISION_CLIENT_ID', 'PROVISION_CLIENT_SECRET'],
    ['PROVISION_CLIENT_SECRET', 'PROVISION_CLIENT_ID'],
  ])('%s without %s is one', (given, missing) => {
    const read = readConfig({ ...GOOD, [given]: 'x' });
    expect(read).toEqual({
      ok: false,
      faults: [{ name: missing, message: expect.stringMatching(/set both/) }],
    });
  });

  it('are listed all at once', () => {
    const read = readConfig({ PORT: 'x', LOG_LEVEL: 'loud', DATABASE_URL: 'x' });
    const names = read.ok ? [] : read.faults.map(({ name }) => name);
    expect(names.sort()).toEqual(
      [
        'DATABASE_URL',
        'LOG_LEVEL',
        'PORT',
        'PUBLIC_URL',
        'ZENDESK_CLIENT_ID',
        'ZENDESK_CLIENT_SECRET',
        'ZENDESK_URL',
      ].sort(),
    );
  });

  it('never repeat a value, which may be a secret', () => {
    const read = readConfig({
      DATABASE_URL: 'mysql://user:hunter2@db',
      ZENDESK_URL: 'https://me:hunter2@x.zendesk.com/x',
    });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});
