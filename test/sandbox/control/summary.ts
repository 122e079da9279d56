import type { RequestLogEntry } from '../http/request-log.ts';

/** How often an endpoint was called, and with which outcomes. */
export interface EndpointCount {
  endpoint: string;
  count: number;
  /** Calls by status; `0` where no reply was sent. */
  statuses: Record<string, number>;
  /** The longest, in milliseconds. */
  slowestMs: number;
}

export interface RequestSummary {
  total: number;
  statuses: Record<string, number>;
  /** The most called first. */
  endpoints: EndpointCount[];
}

/** Counts the calls of a request log. */
export function summarize(entries: readonly RequestLogEntry[]): RequestSummary {
  const endpoints = Map.groupBy(entries, (entry) => entry.endpoint);
  const counted = [...endpoints].map(([endpoint, calls]) => ({
    endpoint,
    count: calls.length,
    statuses: countStatuses(calls),
    slowestMs: calls.reduce((slowest, { ms }) => Math.max(slowest, ms), 0),
  }));
  return {
    total: entries.length,
    statuses: countStatuses(entries),
    endpoints: counted.sort((a, b) => b.count - a.count || a.endpoint.localeCompare(b.endpoint)),
  };
}

function countStatuses(entries: readonly RequestLogEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of entries) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
