import type { FormEvent } from 'react';
import type { EvidenceKind } from '../../../domain/evidence-kinds.ts';
import { optionName } from '../../../domain/terms.ts';
import { useEnvironment } from '../../ui/Environment.tsx';
import { useAnnounce } from '../../ui/LiveRegion.tsx';
import { kindsIn } from '../evidence/EvidenceFields.tsx';
import type { FoundEvidence } from '../evidence/use-evidence.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useAction } from '../use-action.ts';
import { useRecordEntry } from '../use-record-entry.ts';
import { useRequester } from '../use-requester.ts';
import { focusFault } from './focus-fault.ts';
import { recordComplaint } from './receipt.ts';
import { mustTag } from './tagged.ts';
import { viaChannel } from './via-channel.ts';

export interface RecordFormProps {
  readonly via: string;
  readonly onCancel: () => void;
}

/** What the form holds, and what its button does. */
export function useRecordForm({ via, onCancel }: RecordFormProps, found: FoundEvidence) {
  const { say } = useEnvironment().language;
  const { host, ticketId, ticket, fields, policy, drafts, reload } = useSidebar();
  const announce = useAnnounce();
  const action = useAction();
  const requester = useRequester();
  const channel = viaChannel(via);
  const flags = ticket.tags.flatMap((tag) => optionName('flags', tag) ?? []);
  const { finish, clear, ...state } = useRecordEntry('record', { flags, ...(channel ? { channel } : {}) });
  const { entry, change } = state;
  const kinds = kindsIn(fields, policy);
  const evidence: Partial<Record<EvidenceKind, string>> = Object.fromEntries(
    kinds.map((kind) => [kind, entry.evidence[kind] ?? found[kind]] as const),
  );
  const leave = (): void => {
    clear();
    onCancel();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const recording = finish();
    if (!recording) {
      focusFault(event.currentTarget);
      return;
    }
    const name = entry.representative.trim();
    const note = entry.represented ? { representativeNote: say('form.representativeNote', { name }) } : {};
    void action.run(async () => {
      await mustTag(drafts);
      await recordComplaint(host, ticketId, fields, { ...recording, evidence, ...note });
      announce(say(requester && !requester.email ? 'live.recordedPost' : 'live.recorded'));
      await reload();
      leave();
    });
  };
  const correct = (kind: EvidenceKind, value: string): void =>
    change({ evidence: { ...entry.evidence, [kind]: value } });
  return { ...state, fields, kinds, evidence, action, correct, leave, submit };
}
