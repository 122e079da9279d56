import { isObject, type JsonObject } from '../json.ts';
import type { FaultList } from './fault.ts';
import type { PackageFiles } from './package-files.ts';
import { readJsonObject } from './read-json.ts';

export const REQUIREMENTS_FILE = 'requirements.json';
const TYPES = [
  'automations',
  'channel_integrations',
  'custom_objects',
  'custom_objects_v2',
  'macros',
  'organization_fields',
  'targets',
  'ticket_fields',
  'triggers',
  'user_fields',
  'views',
  'webhooks',
];
const UNTITLED = ['channel_integrations', 'custom_objects', 'custom_objects_v2', 'webhooks'];
const MAX_REQUIREMENTS = 5000;
const codes = {
  notJson: 'requirements_not_json',
  notObject: 'requirements_not_json',
  duplicate: 'duplicate_requirements',
};

/** What the app has made in the account when it is installed. */
export function checkRequirements(manifest: JsonObject, files: PackageFiles, faults: FaultList): void {
  if (!files.names.includes(REQUIREMENTS_FILE)) {
    if (manifest.requirementsOnly === true)
      faults.error(
        'missing_requirements',
        REQUIREMENTS_FILE,
        'is not there, but the app is requirements only.',
      );
    return;
  }
  if (manifest.marketingOnly === true)
    faults.error('requirements_not_supported', REQUIREMENTS_FILE, 'must go: the app is marketing only.');
  const requirements = readJsonObject(files, REQUIREMENTS_FILE, { faults, codes });
  if (requirements === undefined) return;
  let count = 0;
  for (const [type, entries] of Object.entries(requirements)) {
    if (!TYPES.includes(type))
      faults.error(
        'invalid_requirements_types',
        REQUIREMENTS_FILE,
        `"${type}" is none of ${TYPES.join(', ')}.`,
      );
    if (!isObject(entries)) {
      faults.error(
        'invalid_requirements_types',
        REQUIREMENTS_FILE,
        `"${type}" must be an object by identifier.`,
      );
      continue;
    }
    count += Object.keys(entries).length;
    for (const [identifier, fields] of Object.entries(entries))
      checkEntry(type, { identifier, fields, faults });
  }
  if (count > MAX_REQUIREMENTS)
    faults.error(
      'excessive_requirements',
      REQUIREMENTS_FILE,
      `has ${count} entries, more than ${MAX_REQUIREMENTS}.`,
    );
}

interface Entry {
  identifier: string;
  fields: unknown;
  faults: FaultList;
}

function checkEntry(type: string, { identifier, fields, faults }: Entry): void {
  const given = isObject(fields) ? fields : {};
  const needed = [
    ...(UNTITLED.includes(type) ? [] : ['title']),
    ...(type === 'user_fields' || type === 'organization_fields' ? ['key'] : []),
    ...(type === 'channel_integrations' ? ['manifest_url'] : []),
  ];
  for (const field of needed.filter((it) => given[it] === undefined))
    faults.error(
      'missing_required_fields',
      REQUIREMENTS_FILE,
      `"${identifier}" of ${type} lacks "${field}". Add it.`,
    );
}
