import type { Language } from '../../domain/reason-text.ts';
import { inBackground, type Zendesk } from '../zendesk/index.ts';
import type { Staff } from '../zendesk/staff.ts';
import { buildCaseFile } from './build.ts';
import { type CollectDeps, collectCase } from './collect.ts';
import { seesAll } from './visible.ts';

export interface CaseFileDeps extends CollectDeps {
  readonly zendesk: Pick<Zendesk, 'rest' | 'files'>;
  /** Where Zendesk is. */
  readonly account: string;
  readonly serviceVersion: string;
}

export interface CaseFileWanted {
  /** Any ticket that carries the case. */
  readonly ticketId: number;
  readonly language: Language;
  /** Whether internal notes are in it. */
  readonly notes: boolean;
  /** Who wants it, where they may have only what Zendesk shows them. */
  readonly onlyFor?: Staff | undefined;
}

export type CaseFile =
  | {
      readonly ok: true;
      readonly fileName: string;
      /** The archive; throws in the middle where Zendesk fails, and what came before is no archive. */
      readonly pieces: AsyncGenerator<Uint8Array>;
    }
  | { readonly ok: false; readonly code: 'case_not_found' | 'tickets_gone' | 'ticket_not_visible' };

/** Makes files of cases. Rejects with a ZendeskError where Zendesk can't be asked, before there is anything to send. */
export type OpenCaseFile = (wanted: CaseFileWanted) => Promise<CaseFile>;

/** The ombudsman's file of a case, read from Zendesk at this moment and kept nowhere. Looks go before it. */
export function createCaseFiles(deps: CaseFileDeps): OpenCaseFile {
  const { zendesk, account, serviceVersion } = deps;
  const { rest, files } = zendesk;
  return ({ ticketId, language, notes, ...who }) =>
    inBackground(async () => {
      const collected = await collectCase(ticketId, deps);
      if (!collected.ok) return collected;
      const { contents } = collected;
      if ('onlyFor' in who && !(await seesAll(who.onlyFor, contents.tickets, rest)))
        return { ok: false, code: 'ticket_not_visible' };
      const fileName = `complaint-${contents.homeTicketId}.zip`;
      return {
        ok: true,
        fileName,
        pieces: buildCaseFile(contents, { language, notes, files, account, serviceVersion }),
      };
    });
}
