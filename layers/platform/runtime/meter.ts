import { AsyncLocalStorage } from 'node:async_hooks';
import type { Evidence } from '../../kernel/usage/attribution.ts';
import { noWork, shareWork, type WorkUnits } from '../../kernel/usage/units.ts';

/** What a piece of work used for one cause; `ms` is how long it took. */
export type UsagePart = { units: WorkUnits; evidence: Partial<Evidence>; ms: number };

/** A running request's usage, what it learned of whose use it is (an ILL request knows its requester), and its pieces. */
export type Usage = { units: WorkUnits; evidence: Partial<Evidence>; parts: UsagePart[] };

const current = new AsyncLocalStorage<Usage>();

/** Counts what the work inside uses; parallel requests in one process are kept apart. Gives the work's result and its usage. */
export const metered = async <T>(work: (usage: Usage) => Promise<T>): Promise<T> => {
  const usage: Usage = { units: noWork(), evidence: {}, parts: [] };
  return current.run(usage, () => work(usage));
};

/** The running request's usage so far; undefined outside a metered one. */
export const currentUsage = (): Usage | undefined => current.getStore();

/** Adds to the running request's usage; outside a metered request it does nothing. */
export const count = (units: Partial<WorkUnits>): void => {
  const usage = current.getStore();
  if (!usage) return;
  for (const [name, amount] of Object.entries(units)) usage.units[name as keyof WorkUnits] += amount;
};

/** Adds what only the handler knows of whose use the running request is: an ILL request's requester, the cause of queue work. */
export const attributeUsage = (evidence: Partial<Evidence>): void => {
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

const shared = ({ units, evidence, ms }: UsagePart, causes: readonly (string | undefined)[]): UsagePart[] => {
  const weights = new Map<string, number>();
  for (const cause of causes) weights.set(cause ?? '', (weights.get(cause ?? '') ?? 0) + 1);
  return [...shareWork(units, weights)].map(([cause, own]) => ({
    units: own,
    evidence: { ...(cause !== '' && { cause }), ...evidence },
    ms: (ms * (weights.get(cause) ?? 0)) / causes.length,
  }));
};

/**
 * Does for several what is done for all of them at once: a batch of a stream, one call with the documents of many. What it
 * uses outside of pieces of their own is shared among them; two entries of one cause pay twice. Takes whose act set off
 * each of them (undefined: nobody knows); gives the work's result.
 */
export const causedByAll = async <T>(causes: readonly (string | undefined)[], work: () => Promise<T>): Promise<T> => {
  const outer = current.getStore();
  if (causes.length === 0 || !outer) return work();
  const startedAt = performance.now();
  return metered(async ({ units, evidence, parts }) => {
    try {
      return await work();
    } finally {
      // Time is shared by the pieces' own first: side by side, they may take longer together than the whole.
      const ms = performance.now() - startedAt - parts.reduce((sum, part) => sum + part.ms, 0);
      outer.parts.push(...shared({ units, evidence, ms: Math.max(0, ms) }, causes), ...parts);
    }
  });
};
