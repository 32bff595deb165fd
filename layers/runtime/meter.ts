import { AsyncLocalStorage } from 'node:async_hooks';
import type { Evidence } from '../domain/metering/attribution.ts';

/** What one request, batch or transition used, by our own capacity model and counts (units of the platform's bill). */
export type Units = {
  writeUnits: number;
  readUnits: number;
  indexCalls: number;
  searchMs: number;
  transitions: number;
  queueMessages: number;
  objectPuts: number;
  objectGets: number;
};

/** What a piece of work used for one cause; `ms` is how long it took. */
export type UsagePart = { units: Units; evidence: Partial<Evidence>; ms: number };

/** A running request's usage, what it learned of whose use it is (an ILL request knows its requester), and its pieces. */
export type Usage = { units: Units; evidence: Partial<Evidence>; parts: UsagePart[] };

/** Nothing used yet. */
export const noUnits = (): Units => ({
  writeUnits: 0,
  readUnits: 0,
  indexCalls: 0,
  searchMs: 0,
  transitions: 0,
  queueMessages: 0,
  objectPuts: 0,
  objectGets: 0,
});

const current = new AsyncLocalStorage<Usage>();

/** Counts what the work inside uses; parallel requests in one process are kept apart. Gives the work's result and its usage. */
export const metered = async <T>(work: (usage: Usage) => Promise<T>): Promise<T> => {
  const usage: Usage = { units: noUnits(), evidence: {}, parts: [] };
  return current.run(usage, () => work(usage));
};

/** The running request's usage so far; undefined outside a metered one. */
export const currentUsage = (): Usage | undefined => current.getStore();

/** Adds to the running request's usage; outside a metered request it does nothing. */
export const count = (units: Partial<Units>): void => {
  const usage = current.getStore();
  if (!usage) return;
  for (const [name, amount] of Object.entries(units)) usage.units[name as keyof Units] += amount;
};

/** Adds what only the handler knows of whose use the running request is: an ILL request's requester, the cause of queue work. */
export const bearWitness = (evidence: Partial<Evidence>): void => {
  const usage = current.getStore();
  if (usage) Object.assign(usage.evidence, evidence);
};

/**
 * Does a piece of a batch for its cause: what it uses is kept apart, so that a batch for many is paid by each for its own.
 * Pieces may run side by side. Takes whose act set it off; gives the work's result.
 */
export const causedBy = async <T>(evidence: Partial<Evidence>, work: () => Promise<T>): Promise<T> => {
  const outer = current.getStore();
  const startedAt = performance.now();
  return metered(async (inner) => {
    try {
      return await work();
    } finally {
      const ms = performance.now() - startedAt;
      outer?.parts.push({ units: inner.units, evidence: { ...evidence, ...inner.evidence }, ms }, ...inner.parts);
    }
  });
};
