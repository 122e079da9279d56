import { isZendeskError } from '../../../zendesk/errors.ts';
import type { Zendesk } from '../../../zendesk/index.ts';
import { isForbidden, scopeFault } from '../../../zendesk/scopes.ts';
import { ok, problem, warning } from '../findings.ts';
import { SCREENS } from '../screens.ts';
import type { Check, DoctorContext, Finding } from '../types.ts';

const asText = (scopes: readonly string[] | undefined): string =>
  scopes ? `"${scopes.join(' ')}"` : 'scopes that the account does not tell';

/** What a refused token comes to, which no further question can mend. */
async function orRefused(client: string, names: string, look: () => Promise<readonly Finding[]>) {
  try {
    return await look();
  } catch (error) {
    if (!isZendeskError(error, 'unauthorized')) throw error;
    return [
      problem(
        `the account refuses the ${client}: ${error.message}`,
        `${SCREENS.oauthClients}: open the client, check its identifier, generate a new secret where in doubt, and set ${names}.`,
      ),
    ];
  }
}

async function serviceFindings(service: Zendesk): Promise<readonly Finding[]> {
  const fault = await scopeFault(service);
  if (fault !== undefined)
    return [
      problem(
        fault.replace(/\s*\n\s*/gu, '; '),
        'Set ZENDESK_SCOPE to "read tickets:write" (or leave it out), and start the service again. Scopes are asked for with each token; Admin Center has no setting for them.',
      ),
    ];
  const granted = service.grantedScopes();
  if (granted?.includes('write'))
    return [
      warning(
        `the service's token has ${asText(granted)}: more than it needs`,
        'Set ZENDESK_SCOPE to "read tickets:write" (or leave it out), and start the service again.',
      ),
    ];
  return [ok(`the service's token has ${asText(granted)}, and they reach what it needs`)];
}

async function provisioningFindings({ provisioning, rest }: DoctorContext): Promise<readonly Finding[]> {
  const me = await provisioning.port.me();
  const refused = [
    ...((await isForbidden(rest.get('ticket_fields/0'))) ? ['read'] : []),
    ...((await isForbidden(rest.put('ticket_fields/0', { ticket_field: {} }))) ? ['write'] : []),
  ];
  const granted = provisioning.grantedScopes();
  const found: Finding[] = [];
  if (me.role !== 'admin')
    found.push(
      problem(
        `the user of the provisioning client, ${me.id}, is ${me.role === 'agent' ? 'an agent' : 'an end user'} and no administrator`,
        `${SCREENS.members}: give that user the role Administrator, or set PROVISION_CLIENT_ID and PROVISION_CLIENT_SECRET to a client of an administrator.`,
      ),
    );
  else if (refused.length > 0)
    found.push(
      problem(
        `the provisioning token may not ${refused.join(' and ')}; it has ${asText(granted)}`,
        `${SCREENS.oauthClients}: the client of PROVISION_CLIENT_ID must be allowed the scopes "read write".`,
      ),
    );
  return found.length > 0
    ? found
    : [ok(`the provisioning token has ${asText(granted)}, and its user is an administrator`)];
}

/** Both OAuth clients reach what they are for: service `read tickets:write`, provisioning `read write`. */
export const scopes: Check = {
  id: 'scopes',
  title: 'Scopes of the OAuth clients',
  run: async (context) => [
    ...(await orRefused("service's client", 'ZENDESK_CLIENT_ID and ZENDESK_CLIENT_SECRET', () =>
      serviceFindings(context.service),
    )),
    ...(await orRefused('provisioning client', 'PROVISION_CLIENT_ID and PROVISION_CLIENT_SECRET', () =>
      provisioningFindings(context),
    )),
  ],
};
