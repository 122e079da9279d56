import type { Router } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Zendesk } from '../zendesk/index.ts';
import { createAppKeys } from './app-keys.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createPage } from './page.ts';
import { checkPageToken } from './page-token.ts';
import { dashboardRouter } from './router.ts';
import { createSessions, type Sessions } from './session.ts';

export interface LeadsOptions {
  readonly config: Pick<Config, 'zendesk' | 'publicUrl' | 'leads' | 'appSecrets' | 'dashboardDir'>;
  readonly zendesk: Pick<Zendesk, 'rest' | 'files'>;
  readonly ledger: Pick<Ledger, 'takePageToken'>;
  readonly log: Logger;
  /** Real time in epoch milliseconds; the machine's by default. */
  readonly now?: () => number;
}

/** The page of the team leads, and who may ask what it asks. */
export interface LeadsPage {
  /** Undefined where no secret of the app is set: then nobody has a session. */
  readonly sessions: Sessions | undefined;
  readonly directory: Directory;
  /** For `/dashboard`. */
  readonly dashboard: Router;
}

export function createLeads({ config, zendesk, ledger, log, now = Date.now }: LeadsOptions): LeadsPage {
  const { appSecrets: secrets, publicUrl, dashboardDir: folder, leads } = config;
  const account = config.zendesk.baseUrl;
  const sessions = secrets.length > 0 ? createSessions({ secrets, account, now }) : undefined;
  const directory = createDirectory({ zendesk, leads, now });
  const token = {
    account,
    keys: createAppKeys({ zendesk, publicUrl, now }),
    takeToken: ledger.takePageToken,
    now,
  };
  const dashboard = dashboardRouter({
    folder,
    openPage: createPage(folder),
    checkToken: (given) => checkPageToken(given, token),
    directory,
    sessions,
    account,
    log,
    now,
  });
  return { sessions, directory, dashboard };
}
