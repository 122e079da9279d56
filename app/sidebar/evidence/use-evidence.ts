import { useEffect, useMemo, useState } from 'react';
import type { EvidenceKind } from '../../../domain/evidence-kinds.ts';
import { findEvidence } from '../../../domain/text/evidence.ts';
import { namesOf } from '../../zaf/people.ts';
import type { CustomerTexts } from '../hint/use-customer-texts.ts';
import { useSidebar } from '../SidebarContext.tsx';
import { useRequester } from '../use-requester.ts';

/** What was found for each kind, as it would stand in its field. */
export type FoundEvidence = Readonly<Record<EvidenceKind, string>>;

/** As long as a text field of a ticket well shows. */
const MOST = 250;

/** The names of people of the company who have written on the ticket; empty where they can't be read. */
function useNames(ids: readonly number[]): readonly string[] {
  const { host } = useSidebar();
  const [names, setNames] = useState<readonly string[]>([]);
  const key = ids.join(',');
  useEffect(() => {
    let alive = true;
    const wanted = key === '' ? [] : key.split(',').map(Number);
    namesOf(host, wanted).then(
      (found) => alive && setNames([...found.values()]),
      // Names without it are found by their titles only.
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host, key]);
  return names;
}

function ownDomain(url: string | undefined): string[] {
  if (!url) return [];
  return [new URL(url).hostname.replace(/^www\./, '')];
}

/** "a, b, c" as far as there is room. */
function line(pieces: readonly { readonly text: string }[]): string {
  let text = '';
  for (const piece of pieces) {
    const next = piece.text.replace(/\s+/g, ' ');
    const longer = text === '' ? next : `${text}, ${next}`;
    if (longer.length > MOST) break;
    text = longer;
  }
  return text;
}

/** What the customer's messages hold for looking into the complaint. */
export function useEvidence({ texts, others }: CustomerTexts): FoundEvidence {
  const { policy } = useSidebar();
  const requester = useRequester();
  const agents = useNames(others);
  return useMemo(() => {
    const found = texts.map((one) =>
      findEvidence(one, {
        agents,
        domains: ownDomain(policy?.company.complaintFormUrl),
        addresses: requester?.email ? [requester.email] : [],
        ...(requester ? { customer: requester.name } : {}),
      }),
    );
    const all = (kind: EvidenceKind): string => {
      const pieces = new Map(
        found.flatMap((one) => one[kind].map((piece) => [piece.text.toLowerCase(), piece] as const)),
      );
      return line([...pieces.values()]);
    };
    return {
      references: all('references'),
      staff: all('staff'),
      times: all('times'),
      phones: all('phones'),
      emails: all('emails'),
    };
  }, [texts, agents, policy, requester]);
}
