/** The places of Zendesk's page in which the app runs. */
export type HostLocation = 'ticket_sidebar' | 'new_ticket_sidebar';

/** How the agent reads: language, time zone and colours; where the app runs, and how it was set up. */
export interface HostEnvironment {
  /** A locale such as `en-GB`; the time zone is an IANA name. */
  readonly locale: string;
  readonly zone: string;
  readonly scheme: ColorScheme;
  readonly location: HostLocation;
  /** The account's subdomain. */
  readonly account: string;
  /** The app's own, from its manifest. */
  readonly version: string;
  /** From the app's settings, where they were filled in: the company's name, */
  readonly company?: string;
  /** the address of our service, without a slash at its end, */
  readonly serviceUrl?: string;
  /** and what heads a printed letter, line by line. */
  readonly letterhead?: string;
}

export type ColorScheme = 'light' | 'dark';

export interface Requester {
  readonly id?: number;
  readonly name: string;
  readonly email?: string;
  /** A locale such as `de`, where Zendesk knows one. */
  readonly locale?: string;
}

/** The agent who is signed in. `role` is Zendesk's word or that of a role of the account's own. */
export interface Me {
  readonly id: number;
  readonly name: string;
  readonly role: string;
}

/** To whom a ticket goes with the agent's next submit. */
export interface Assignee {
  readonly groupId?: number;
  readonly userId?: number;
}

/** What the reply box holds, and to whom it would go. */
export interface Composed {
  /** Plain text, whatever the editor, in one line. */
  readonly text: string;
  /** The same with its line ends. */
  readonly lines: string;
  /** As the reply box gives it and takes it back. */
  readonly html: string;
  readonly internal: boolean;
}

/** A REST call in the agent's own session. The body is sent as JSON. */
export interface RestCall {
  readonly path: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: unknown;
}

/** A call to our own service through Zendesk's proxy, which signs it. `path` begins with a slash. */
export interface ServiceCall {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  /** How long an answer is waited for, in milliseconds; 8,000 where not given. */
  readonly timeoutMs?: number;
}

/** A call that failed. `status` is 0 where no reply came. */
export class RestError extends Error {
  readonly code = 'rest_failed';
  readonly status: number;
  readonly body: unknown;
  constructor(call: Pick<RestCall, 'path' | 'method'>, status: number, body: unknown) {
    super(`${call.method ?? 'GET'} ${call.path} answered ${status === 0 ? 'nothing' : status}`);
    this.name = 'RestError';
    this.status = status;
    this.body = body;
  }
}

/** What the sidebar is told about, in its own words. */
export type HostEvent =
  | 'ticket'
  | 'composer'
  | 'composerKind'
  | 'tags'
  | 'submitting'
  | 'submitted'
  | 'submitFailed'
  | 'activated'
  /** The requester of a ticket that is being written or changed. */
  | 'requester';

export type NoticeKind = 'notice' | 'alert' | 'error';

export type Stop = () => void;

/** The reply box and those ticket properties that travel with the agent's next submit. */
export interface DraftPort {
  read(): Promise<Composed>;
  makePublic(): Promise<void>;
  /** Appends to what is there. */
  append(html: string): Promise<void>;
  clear(): Promise<void>;
  tags(): Promise<readonly string[]>;
  addTag(tag: string): Promise<void>;
  removeTag(tag: string): Promise<void>;
  status(): Promise<string>;
  setStatus(status: string): Promise<void>;
  /** The field's value in the form, empty where unset. @throws where the field is not on the ticket's form. */
  field(fieldId: number): Promise<string>;
  /** @throws where the field is not on the ticket's form. */
  setField(fieldId: number, value: string): Promise<void>;
  assignee(): Promise<Assignee>;
  setAssignee(assignee: Assignee): Promise<void>;
  subject(): Promise<string>;
  setSubject(subject: string): Promise<void>;
  makeInternal(): Promise<void>;
}

/** All that the sidebar knows of Zendesk's page around it. */
export interface Host {
  environment(): Promise<HostEnvironment>;
  onScheme(listener: (scheme: ColorScheme) => void): Stop;
  /** Undefined while the ticket is new and not yet saved. */
  ticketId(): Promise<number | undefined>;
  requester(): Promise<Requester>;
  me(): Promise<Me>;
  /** @throws RestError */
  request(call: RestCall): Promise<unknown>;
  /** Status 0 where no service is set up or nothing came in time. @throws RestError */
  service(call: ServiceCall): Promise<unknown>;
  /** Zendesk's own short message over its page. Plain text. */
  notify(text: string, kind: NoticeKind): void;
  openTicket(id: number): void;
  /** Opens the app's page in the navigation bar at a route within it, such as `case/42`. Rejects where Zendesk refuses. */
  openPage(route: string): Promise<void>;
  on(event: HostEvent, listener: () => void): Stop;
  /** Asked before each submit; a text holds the submit back and is shown to the agent. */
  beforeSave(check: () => Promise<string | undefined>): Stop;
  resize(height: number): void;
  readonly draft: DraftPort;
}
