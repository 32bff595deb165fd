import { AsyncLocalStorage } from 'node:async_hooks';

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

/** Whose use it is, and by which clause of the attribution policy. */
export type Attribution = { member: string; because: string };

export type Usage = { units: Units; attribution?: Attribution; calls: number };

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
  const usage: Usage = { units: noUnits(), calls: 0 };
  return current.run(usage, () => work(usage));
};

/** The running request's usage so far; undefined outside a metered one. */
export const currentUsage = (): Usage | undefined => current.getStore();

/** Adds to the running request's usage; outside a metered request it does nothing. */
export const count = (units: Partial<Units>): void => {
  const usage = current.getStore();
  if (!usage) return;
  usage.calls += 1;
  for (const [name, amount] of Object.entries(units)) usage.units[name as keyof Units] += amount;
};

/** Says whose use the running request is, where the handler knows better than the actor does (an ILL request: its requester). */
export const attribute = (attribution: Attribution): void => {
  const usage = current.getStore();
  if (usage) usage.attribution = attribution;
};
