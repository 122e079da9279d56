import { isObject, type JsonObject, listOf, textOf } from '../json.ts';
import type { FaultList } from './fault.ts';

const FILE = 'manifest.json';
const TYPES = ['text', 'password', 'checkbox', 'url', 'number', 'multiline', 'hidden', 'oauth'];
const SCOPES = [
  'header',
  'body',
  'url_host',
  'url_path',
  'jwt_secret_key',
  'jwt_claim',
  'basic_auth_username',
  'basic_auth_password',
];
const OAUTH_KEYS = ['client_id', 'client_secret', 'authorize_uri', 'access_token_uri'];

/** The parameters of a manifest that are objects. */
export function parametersOf(manifest: JsonObject): JsonObject[] {
  return listOf(manifest.parameters).filter(isObject);
}

/** The settings that an app asks its administrator for. */
export function checkParameters(manifest: JsonObject, faults: FaultList): void {
  const { parameters } = manifest;
  if (parameters === undefined || parameters === null) return;
  if (!Array.isArray(parameters)) {
    faults.error('parameters_not_an_array', FILE, '"parameters" must be a list.');
    return;
  }
  const list = parametersOf(manifest);
  if (list.length < parameters.length)
    faults.error('parameters_not_an_array', FILE, 'every entry of "parameters" must be an object.');
  if (manifest.marketingOnly === true && list.length > 0)
    faults.error('no_parameters_required', FILE, 'is marketing only, so "parameters" must go.');
  const names = list.map((it) => textOf(it.name) ?? '');
  for (const name of new Set(names.filter((it, index) => names.indexOf(it) !== index)))
    faults.error('duplicate_parameters', FILE, `has two parameters called "${name}". Rename one.`);
  for (const parameter of list) checkParameter(parameter, faults);
  checkOAuth(manifest, list, faults);
}

function checkParameter(parameter: JsonObject, faults: FaultList): void {
  const name = textOf(parameter.name) ?? '';
  const type = parameter.type ?? 'text';
  if (name === '') faults.error('parameter_without_name', FILE, 'has a parameter without a name. Name it.');
  if (name === 'name')
    faults.error('name_as_parameter_name', FILE, `no parameter may be called "name". Rename it.`);
  if (typeof type !== 'string' || !TYPES.includes(type))
    faults.error(
      'invalid_type_parameter',
      FILE,
      `"${String(type)}" of ${name} is no type; use ${TYPES.join(', ')}.`,
    );
  for (const flag of ['required', 'secure'])
    if (parameter[flag] !== undefined && typeof parameter[flag] !== 'boolean')
      faults.error('unacceptable_boolean', FILE, `"${flag}" of ${name} must be true or false.`);
  if (type === 'hidden' && parameter.required === true)
    faults.error('invalid_hidden_parameter', FILE, `${name} is hidden, so it can't be required.`);
  if (type === 'oauth' && parameter.secure === true)
    faults.error(
      'oauth_parameter_cannot_be_secure',
      FILE,
      `${name} is an oauth parameter: take "secure" off.`,
    );
  checkSecrecy(parameter, name, faults);
}

function checkSecrecy(parameter: JsonObject, name: string, faults: FaultList): void {
  const { secure, scopes, type } = parameter;
  const isHidden = secure === true || type === 'hidden';
  if (isHidden && parameter.default !== undefined)
    faults.warn(
      'default_secure_or_hidden_parameter_in_manifest',
      FILE,
      `the default of ${name} is not stored securely: it must be no secret.`,
    );
  if (secure !== true && /token|key|pwd|password/i.test(name) && (type === 'text' || type === undefined))
    faults.warn(
      'insecure_token_parameter_in_manifest',
      FILE,
      `${name} looks like a secret: set "secure" to true.`,
    );
  if (scopes !== undefined && (!Array.isArray(scopes) || scopes.some((it) => !SCOPES.includes(it))))
    faults.error(
      'invalid_parameter_scopes',
      FILE,
      `the scopes of ${name} must be a list of ${SCOPES.join(', ')}.`,
    );
  else if (secure === true && listOf(scopes).length === 0)
    faults.warn(
      'secure_parameters_with_no_scopes_in_manifest',
      FILE,
      `${name} is secure: name in "scopes" where it may be used.`,
    );
}

function checkOAuth({ oauth }: JsonObject, parameters: readonly JsonObject[], faults: FaultList): void {
  const count = parameters.filter((it) => it.type === 'oauth').length;
  if (count > 1) faults.error('too_many_oauth_parameters', FILE, 'may have one parameter of type oauth.');
  if (!isObject(oauth)) return;
  const missing = OAUTH_KEYS.filter((key) => !oauth[key]);
  if (missing.length > 0)
    faults.error('oauth_keys.missing', FILE, `"oauth" lacks ${missing.join(', ')}. Add them.`);
  if (count === 0) faults.error('oauth_parameter_required', FILE, '"oauth" needs a parameter of type oauth.');
}
