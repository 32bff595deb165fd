import * as z from 'zod';
import { byId, splitByLargestRemainder } from '../money/split.ts';

// A missing count is zero.
const count = z.int().nonnegative().default(0);

const workShape = {
  writeUnits: count,
  readUnits: z.number().nonnegative().multipleOf(0.5).default(0),
  indexCalls: count,
  searchMs: z.number().nonnegative().default(0),
  transitions: count,
  // Requests to queues, each for up to ten messages: sent, received and deleted. Stored rows have this name.
  queueMessages: count,
  objectPuts: count,
  objectGets: count,
  signatures: count,
  busEvents: count,
  emails: count,
  textSegments: count,
};

/** The usage of a request in whole counts; read units in halves (an eventually consistent read is 0.5). */
export const unitsSchema = z.object({
  ...workShape,
  httpUnits: count,
  bytesIn: count,
  bytesOut: count,
  logBytes: count,
});
export type Units = z.infer<typeof unitsSchema>;

/** The counts of a piece of work while it runs; those of the gateway and the log are known when it has ended. */
export type WorkUnits = Pick<Units, keyof typeof workShape>;

/** What follows from a line itself: the files of the web app that the edge sent before the request, and their bytes. */
const derived = { webFiles: 0, webBytes: 0 };

/** The summed values of a line: all its units, its billed invocations and memory time, and what follows from it. */
export type Counts = Units & { invocations: number; megabyteMs: number } & typeof derived;

const firstWork = {
  writeUnits: 0,
  readUnits: 0,
  indexCalls: 0,
  searchMs: 0,
  transitions: 0,
  queueMessages: 0,
  objectPuts: 0,
  objectGets: 0,
};
const carriage = { httpUnits: 0, bytesIn: 0, bytesOut: 0, logBytes: 0 };
const added = { signatures: 0, busEvents: 0, emails: 0, textSegments: 0 };
const work: WorkUnits = { ...firstWork, ...added };
const units: Units = { ...work, ...carriage };
const counted = { ...firstWork, ...carriage, invocations: 0, megabyteMs: 0, ...added };
const counts: Counts = { ...counted, ...derived };

/** Returns zero work. */
export const noWork = (): WorkUnits => ({ ...work });

/** Returns zero usage. */
export const noUnits = (): Units => ({ ...units });

/** Every count by name. */
export const countNames = Object.keys(counts) as (keyof Counts)[];

/** The counts of evidence rows, in their order. Append new counts at the end; derived ones are none of them. */
export const rowCountNames = Object.keys(counted) as (keyof Counts)[];

/** Returns counts from a function of each name. */
export const countsBy = (of: (name: keyof Counts) => number): Counts => {
  const all = { ...counts };
  for (const name of countNames) all[name] = of(name);
  return all;
};

/** Adds two counts, or with -1 subtracts the second from the first. */
export const plus = <T extends WorkUnits>(a: T, b: T, sign: 1 | -1 = 1): T => {
  // A month of sums passes through here: no object is created per count.
  const sum: Record<keyof WorkUnits, number> = { ...a };
  for (const name of Object.keys(a) as (keyof WorkUnits)[]) sum[name] = a[name] + sign * b[name];
  return sum as T;
};

/** The smallest parts of a count; one whole by default. */
const parts: Partial<Record<keyof WorkUnits, number>> = { readUnits: 2, searchMs: 1000 };

/**
 * Shares usage among several causes by integer weights, so that the shares sum to it exactly (reads to the half unit, search time to the
 * microsecond). Takes weights by id, at least one of them above zero.
 */
export const shareWork = (used: WorkUnits, weights: ReadonlyMap<string, number>): Map<string, WorkUnits> => {
  const shares = new Map([...weights.keys()].toSorted(byId).map((id) => [id, noWork()]));
  for (const name of Object.keys(work) as (keyof WorkUnits)[]) {
    const scale = parts[name] ?? 1;
    for (const [id, share] of splitByLargestRemainder(Math.round(used[name] * scale), weights)) {
      const own = shares.get(id);
      if (own) own[name] = share / scale;
    }
  }
  return shares;
};
