import { useRef } from 'react';
import type { Service } from '../service/service.ts';
import { useEnvironment } from '../ui/Environment.tsx';
import { ForScreenReaders, Page } from '../ui/layout.tsx';
import type { Account } from '../zaf/account.ts';
import type { Host, HostEnvironment } from '../zaf/host.ts';
import { NewLetter } from './letter/NewLetter.tsx';
import { useArrival } from './use-arrival.ts';
import { useHeight } from './use-height.ts';

/** What a view beside a new ticket works with: there is no ticket yet, and so no `useSidebar`. */
export interface NewTicketProps {
  readonly host: Host;
  readonly environment: HostEnvironment;
  readonly account: Account;
  readonly service: Service;
}

/** The sidebar beside a ticket that is being written. */
export function NewTicket(props: NewTicketProps) {
  const { host } = props;
  const { say } = useEnvironment().language;
  const main = useRef<HTMLElement>(null);
  useHeight(host);
  useArrival(main);
  return (
    <Page ref={main}>
      <ForScreenReaders as="h1">{say('common.title')}</ForScreenReaders>
      <NewLetter {...props} />
    </Page>
  );
}
