/** One call of a webhook that a rule or an event asked for and that has not left yet. */
export interface OutboundCall {
  webhookId: string;
  /** Rendered payload. */
  body: string;
  ticketId: number;
  /** The trigger or automation; 0 for an event. */
  ruleId: number;
  /** `zen:event-type:*`; absent for calls of rules. */
  eventType?: string;
}

/**
 * Calls wait here until the reply to the request that caused them has gone out, because Zendesk delivers
 * webhooks after it has answered.
 */
export interface Outbox {
  add(call: OutboundCall): void;
  /** Hands over everything that waits. */
  flush(): void;
  /** Forgets everything that waits. */
  clear(): void;
  /** Says who delivers. */
  onFlush(deliver: (call: OutboundCall) => void): void;
}

export function createOutbox(): Outbox {
  let waiting: OutboundCall[] = [];
  let deliver: ((call: OutboundCall) => void) | undefined;
  return {
    add: (call) => waiting.push(call),
    flush() {
      const calls = waiting;
      waiting = [];
      for (const call of calls) deliver?.(call);
    },
    clear() {
      waiting = [];
    },
    onFlush(next) {
      deliver = next;
    },
  };
}
