import { AsyncLocalStorage } from 'node:async_hooks';
import type { Evidence } from '../../kernel/usage/attribution.ts';
import { noWork, shareWork, type WorkUnits } from '../../kernel/usage/units.ts';

/** The use of a piece of work for one cause; `ms` is its duration. */
export type UsagePart = { units: WorkUnits; evidence: Partial<Evidence>; ms: number };

/** The usage of a running request, the attribution found so far (an ILL request knows its requester), and its pieces. */
export type Usage = { units: WorkUnits; evidence: Partial<Evidence>; parts: UsagePart[] };

const current = new AsyncLocalStorage<Usage>();

/**
 * Counts what the work inside it uses; parallel requests in one process are counted separately. Returns the work's result and its usage.
 */
export const metered = async <T>(work: (usage: Usage) => Promise<T>): Promise<T> => {
  const usage: Usage = { units: noWork(), evidence: {}, parts: [] };
  return current.run(usage, () => work(usage));
};

/** The usage of the running request so far; undefined outside a metered request. */
export const currentUsage = (): Usage | undefined => current.getStore();

/** Adds to the usage of the running request; does nothing outside a metered request. */
export const count = (units: Partial<WorkUnits>): void => {
  const usage = current.getStore();
  if (!usage) return;
  for (const [name, amount] of Object.entries(units)) usage.units[name as keyof WorkUnits] += amount;
};

/** Adds attribution that only the handler knows: the requester of an ILL request, the cause of queue work. */
export const attributeUsage = (evidence: Partial<Evidence>): void => {
  const usage = current.getStore();
  if (usage) Object.assign(usage.evidence, evidence);
};

/**
 * Runs a piece of a batch for its cause and counts its usage separately, so that each cause pays for its own piece. Pieces may run
 * concurrently. Takes the cause; returns the work's result.
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
 * Runs work that serves several causes at once: a batch of a stream, one call with the documents of many. Usage outside pieces with a
 * cause of their own is shared among the causes; two entries of one cause count twice. Takes the cause of each entry (undefined when
 * unknown); returns the work's result.
 */
export const causedByAll = async <T>(causes: readonly (string | undefined)[], work: () => Promise<T>): Promise<T> => {
  const outer = current.getStore();
  if (causes.length === 0 || !outer) return work();
  const startedAt = performance.now();
  return metered(async ({ units, evidence, parts }) => {
    try {
      return await work();
    } finally {
      // The pieces' own time is deducted first; concurrent pieces may together take longer than the whole.
      const ms = performance.now() - startedAt - parts.reduce((sum, part) => sum + part.ms, 0);
      outer.parts.push(...shared({ units, evidence, ms: Math.max(0, ms) }, causes), ...parts);
    }
  });
};
