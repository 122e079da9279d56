import { type RestCall, RestError, type ServiceCall } from './host.ts';
import { failedRequestSchema } from './parse.ts';

/** Without an answer for so long, a service counts as out of reach, in milliseconds. */
const USUAL_TIMEOUT = 8_000;
/** Zendesk's proxy signs a token for each call; it has to hold for the way only. In seconds. */
const TOKEN_SECONDS = 300;

async function answered(
  call: Pick<RestCall, 'path' | 'method'>,
  request: Promise<unknown>,
): Promise<unknown> {
  try {
    return await request;
  } catch (failure) {
    const parsed = failedRequestSchema.safeParse(failure);
    if (!parsed.success) throw new RestError(call, 0, String(failure));
    throw new RestError(call, parsed.data.status, parsed.data.responseJSON ?? parsed.data.responseText);
  }
}

/** A REST call of the agent's own session. @throws RestError */
export async function requestRest(client: ZafClient, call: RestCall): Promise<unknown> {
  const body =
    call.body === undefined ? {} : { data: JSON.stringify(call.body), contentType: 'application/json' };
  const options = {
    url: call.path,
    type: call.method ?? 'GET',
    dataType: 'json',
    // The SDK's own repetition would send an update twice.
    autoRetry: false,
    ...body,
  };
  return await answered(call, client.request(options));
}

export interface ServiceAddress {
  /** Undefined where the app's settings name none. */
  readonly url: string | undefined;
  /** The account's subdomain, which the service checks. */
  readonly account: string;
}

/** Rejects as jQuery does once the time is over: a proxy may keep a request for longer than it was told. */
async function within(timeoutMs: number, request: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject({ status: 0, responseText: 'timeout' }), timeoutMs);
  });
  return await Promise.race([request, late]).finally(() => clearTimeout(timer));
}

/**
 * A call to our own service. Zendesk's proxy puts the signed token into it, so this page never has the secret.
 * @throws RestError
 */
export async function requestService(
  client: ZafClient,
  { url, account }: ServiceAddress,
  call: ServiceCall,
): Promise<unknown> {
  if (url === undefined) throw new RestError(call, 0, 'no service is set up');
  const timeout = call.timeoutMs ?? USUAL_TIMEOUT;
  const options = {
    url: `${url}${call.path}`,
    type: call.method ?? 'GET',
    dataType: 'json',
    autoRetry: false,
    secure: true,
    timeout,
    headers: { Authorization: 'Bearer {{jwt.token}}' },
    jwt: {
      algorithm: 'HS256',
      secret_key: '{{setting.shared_secret}}',
      expiry: TOKEN_SECONDS,
      claims: { account },
    },
  };
  // A little longer than the proxy was told, so that its own answer comes first.
  return await answered(call, within(timeout + 2_000, client.request(options)));
}
