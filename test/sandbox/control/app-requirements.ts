import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isObject, type JsonObject, objectOf } from '../json.ts';
import type { InstalledApp } from './app-packages.ts';

interface RequirementParts {
  /** The sandbox's own address. */
  url: string;
  /** The account's OAuth client. */
  client: { identifier: string; secret: string };
}

/** The name of one object of a type, which its request and its reply are wrapped in. */
const singular: Readonly<Record<string, string>> = {
  automations: 'automation',
  macros: 'macro',
  organization_fields: 'organization_field',
  targets: 'target',
  ticket_fields: 'ticket_field',
  triggers: 'trigger',
  user_fields: 'user_field',
  views: 'view',
  webhooks: 'webhook',
};

/**
 * Makes in the account what the apps' requirements.json ask for, over the account's own API, as installing an app
 * does. @throws Error naming the app, the object and the API's answer
 */
export async function installRequirements(
  apps: readonly InstalledApp[],
  { url, client }: RequirementParts,
): Promise<void> {
  const wanted = apps.map((app) => ({ app, requirements: readRequirements(app.folder) }));
  if (wanted.every((it) => Object.keys(it.requirements).length === 0)) return;
  const post = poster(url, await tokenFor(url, client));
  for (const { app, requirements } of wanted) {
    for (const [type, entries] of Object.entries(requirements)) {
      for (const [identifier, fields] of Object.entries(objectOf(entries))) {
        const made = await post(type, objectOf(fields)).catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`${app.name}: "${identifier}" of requirements.json: ${reason}`, { cause: error });
        });
        app.requirements[identifier] = { identifier, requirement_type: type, requirement_id: made };
      }
    }
  }
}

function readRequirements(folder: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(join(folder, 'requirements.json'), 'utf8');
  } catch {
    // Most apps have none.
    return {};
  }
  const requirements: unknown = JSON.parse(text);
  return isObject(requirements) ? requirements : {};
}

async function tokenFor(url: string, client: RequirementParts['client']): Promise<string> {
  const reply = await fetch(`${url}/oauth/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: client.identifier,
      client_secret: client.secret,
      scope: 'read write',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await reply.json()).access_token;
}

function poster(url: string, token: string): (type: string, fields: JsonObject) => Promise<number | string> {
  return async (type, fields) => {
    const name = singular[type];
    if (name === undefined) throw new Error(`the sandbox makes no ${type}`);
    const reply = await fetch(`${url}/api/v2/${type}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ [name]: fields }),
    });
    const body = await reply.text();
    if (!reply.ok) throw new Error(`POST /api/v2/${type} answered ${reply.status} ${body.slice(0, 300)}`);
    const shape = z.object({ [name]: z.object({ id: z.union([z.number(), z.string()]) }) });
    const made = shape.parse(JSON.parse(body))[name];
    if (made === undefined) throw new Error(`POST /api/v2/${type} answered without a ${name}`);
    return made.id;
  };
}
