/** How the agent reads: language, time zone and colours. */
export interface HostEnvironment {
  /** A locale such as `en-GB`; the time zone is an IANA name. */
  readonly locale: string;
  readonly zone: string;
  readonly scheme: ColorScheme;
  /** The company's name from the app's settings, if it was filled in. */
  readonly company?: string;
}

export type ColorScheme = 'light' | 'dark';

export interface Requester {
  readonly name: string;
  readonly email?: string;
}

/** What the reply box holds, and to whom it would go. */
export interface Composed {
  /** Plain text, whatever the editor. */
  readonly text: string;
  readonly internal: boolean;
}

/** A REST call in the agent's own session. The body is sent as JSON. */
export interface RestCall {
  readonly path: string;
  readonly method?: 'GET' | 'PUT';
  readonly body?: unknown;
}

/** A REST call that failed. `status` is 0 where no reply came. */
export class RestError extends Error {
  readonly code = 'rest_failed';
  readonly status: number;
  readonly body: unknown;
  constructor(call: RestCall, status: number, body: unknown) {
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
  | 'activated';

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
}

/** All that the sidebar knows of Zendesk's page around it. */
export interface Host {
  environment(): Promise<HostEnvironment>;
  onScheme(listener: (scheme: ColorScheme) => void): Stop;
  ticketId(): Promise<number>;
  requester(): Promise<Requester>;
  /** @throws RestError */
  request(call: RestCall): Promise<unknown>;
  on(event: HostEvent, listener: () => void): Stop;
  /** Asked before each submit; a text holds the submit back and is shown to the agent. */
  beforeSave(check: () => Promise<string | undefined>): Stop;
  resize(height: number): void;
  readonly draft: DraftPort;
}
