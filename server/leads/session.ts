import { hkdfSync } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** What somebody may see: every case, or only the case files of tickets that Zendesk shows them. */
export type Access = 'lead' | 'agent';

export interface Session {
  /** Zendesk's id of the user whose page it is. */
  readonly userId: number;
  readonly access: Access;
  /** When the page was opened, which every renewal keeps; epoch milliseconds of real time. */
  readonly startedAt: number;
  readonly expiresAt: number;
}

export type SessionFault =
  | 'session_invalid'
  /** Can be renewed. */
  | 'session_expired'
  /** Open for so long that the page has to be opened again. */
  | 'session_over';

export type ReadSession =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly fault: SessionFault };

export interface WantedSession extends Omit<Session, 'expiresAt'> {
  /** When Zendesk said what the user may see: the session holds from then on; now where left out. */
  readonly asOf?: number;
}

export interface Sessions {
  issue(wanted: WantedSession): Promise<{ readonly token: string; readonly session: Session }>;
  /** Whether a token says that it is a session; whether it is one, `read` tells. */
  isOne(token: string): boolean;
  read(token: string): Promise<ReadSession>;
  /** As `read`, also of a session that has expired, as long as the page may stay open: to be renewed. */
  readForRenewal(token: string): Promise<ReadSession>;
  /** When a page that was opened then has to be opened again. */
  endsAt(startedAt: number): number;
}

export interface SessionOptions {
  /** The app's secrets, the current one first: sessions are signed with what is derived from them. */
  readonly secrets: readonly string[];
  /** Where Zendesk is: a session of another account's service is none. */
  readonly account: string;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/** A lead whose access was taken away is out after this long at the latest. */
const HOLDS_MS = 15 * 60_000;
/** A working day; then Zendesk has to vouch for the person again. */
const ENDS_MS = 12 * 3_600_000;
const TYPE = 'complaint-clock-session+jwt';

const claims = z.object({
  sub: z.string().regex(/^[1-9]\d{0,15}$/),
  access: z.enum(['lead', 'agent']),
  started: z.number(),
  exp: z.number(),
});

/** A key of its own, so that neither what the app's proxy signs nor what the service signs passes for the other. */
const keyFrom = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'complaint-clock session of the leads’ page, 1', 32));

type Signing = Required<Pick<SessionOptions, 'account' | 'now'>>;

async function verify(token: string, key: Uint8Array, { account, now }: Signing): Promise<ReadSession> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['HS256'],
      typ: TYPE,
      issuer: account,
      audience: account,
      currentDate: new Date(now()),
      // Whether it has expired is asked by whoever reads it: jose leaves out what else it would say of one that has.
      clockTolerance: ENDS_MS / 1_000,
    });
    const parsed = claims.safeParse(payload);
    if (!parsed.success) return { ok: false, fault: 'session_invalid' };
    const { sub, access, started, exp } = parsed.data;
    if (now() >= started + ENDS_MS) return { ok: false, fault: 'session_over' };
    const session = { userId: Number(sub), access, startedAt: started, expiresAt: exp * 1_000 };
    return { ok: true, session };
  } catch (error) {
    // Anything else is no token's fault.
    if (!(error instanceof errors.JOSEError)) throw error;
    return { ok: false, fault: error instanceof errors.JWTExpired ? 'session_over' : 'session_invalid' };
  }
}

async function issue(wanted: WantedSession, key: Uint8Array, { account, now }: Signing) {
  const { userId, access, startedAt, asOf = now() } = wanted;
  const exp = Math.floor(Math.min(asOf + HOLDS_MS, startedAt + ENDS_MS) / 1_000);
  const token = await new SignJWT({ access, started: startedAt })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setIssuer(account)
    .setAudience(account)
    .setSubject(String(userId))
    .setExpirationTime(exp)
    .sign(key);
  return { token, session: { userId, access, startedAt, expiresAt: exp * 1_000 } };
}

function saysSession(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === TYPE;
  } catch {
    return false; // No token at all: whoever checks it says so.
  }
}

/** Sessions of the leads' page, signed by the service: nothing is kept, and every process can read them. */
export function createSessions({ secrets, account, now = Date.now }: SessionOptions): Sessions {
  const keys = secrets.map(keyFrom);
  const signing = { account, now };

  async function readForRenewal(token: string): Promise<ReadSession> {
    let last: ReadSession = { ok: false, fault: 'session_invalid' };
    for (const key of keys) {
      last = await verify(token, key, signing);
      if (last.ok || last.fault !== 'session_invalid') return last;
    }
    return last;
  }

  return {
    issue: async (wanted) => {
      const [key] = keys;
      if (!key) throw new Error('there is no secret to sign sessions with: set APP_SHARED_SECRET');
      return issue(wanted, key, signing);
    },
    isOne: saysSession,
    read: async (token) => {
      const read = await readForRenewal(token);
      if (read.ok && now() >= read.session.expiresAt) return { ok: false, fault: 'session_expired' };
      return read;
    },
    readForRenewal,
    endsAt: (startedAt) => startedAt + ENDS_MS,
  };
}
