import type { Evidence } from '../../../layers/kernel/usage/attribution.ts';
import type { Service } from '../../../layers/kernel/usage/usage-line.ts';

/** A kind of request: its number per thousand, and its use (reads in units, time in ms at 512 MB). */
type Kind = {
  operation: string;
  service: Service;
  perMille: number;
  uses: { writeUnits?: number; readUnits: number; transitions?: number; queueMessages?: number; signatures?: number };
  ms: number;
  bytesOut: number;
};

const kinds: readonly Kind[] = [
  { operation: 'discovery-search', service: 'search', perMille: 480, uses: { readUnits: 3.5 }, ms: 55, bytesOut: 9000 },
  {
    ...{ operation: 'circulation-check-out', service: 'circulation', perMille: 130, ms: 48, bytesOut: 900 },
    uses: { writeUnits: 14, readUnits: 9.5, queueMessages: 2 },
  },
  {
    ...{ operation: 'circulation-check-in', service: 'circulation', perMille: 125, ms: 44, bytesOut: 850 },
    uses: { writeUnits: 12, readUnits: 8, queueMessages: 2 },
  },
  {
    ...{ operation: 'circulation-place-hold', service: 'circulation', perMille: 60, ms: 41, bytesOut: 700 },
    uses: { writeUnits: 9, readUnits: 7, queueMessages: 1 },
  },
  {
    ...{ operation: 'patrons-sign-in', service: 'circulation', perMille: 90, ms: 120, bytesOut: 1500 },
    uses: { writeUnits: 2, readUnits: 2, signatures: 1 },
  },
  {
    operation: 'patrons-show-own',
    service: 'circulation',
    perMille: 75,
    uses: { readUnits: 4 },
    ms: 25,
    bytesOut: 3000,
  },
  {
    ...{ operation: 'resource-sharing-act', service: 'resource-sharing', perMille: 20, ms: 60, bytesOut: 1800 },
    uses: { writeUnits: 10, readUnits: 6, transitions: 2, queueMessages: 1 },
  },
  {
    ...{ operation: 'catalogue-run-import', service: 'catalogue', perMille: 15, ms: 900, bytesOut: 0 },
    uses: { writeUnits: 60, readUnits: 20, transitions: 3, queueMessages: 1 },
  },
  {
    ...{ operation: 'membership-list-branches', service: 'administration', perMille: 5, ms: 12, bytesOut: 4000 },
    uses: { readUnits: 0.5 },
  },
];

/** Per thousand requests: those that end before they log their line, those that no rule attributes, and those refused by the gateway. */
const PER_MILLE = { crashed: 2, unexplained: 3, turnedAway: 2 };

/**
 * One request as seen by the platform. `line` is its log line, none when it crashed before; `report` is the billed part of its
 * invocation, none when the gateway refused it: then it is billed as a request, and no function received it.
 */
export type MadeRequest = { day: string; at: string; line: string | undefined; report: string | undefined };

/** Returns numbers from 0 to below 1 by a seed, the same everywhere (a 32-bit mixing generator). */
const chance = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const kindOf = (share: number): Kind => {
  let left = share * 1000;
  for (const kind of kinds) {
    left -= kind.perMille;
    if (left < 0) return kind;
  }
  return kinds[0] as Kind;
};

/** The caller: staff at their desk, patrons of a member, visitors through a library's portal or none, work for all, or unattributed. */
const evidenceOf = (share: number, member: string, other: string): Evidence => {
  if (share < PER_MILLE.unexplained / 1000) return { caller: 'work' };
  if (share < 0.3) return { caller: 'staff', workplace: member, home: other };
  if (share < 0.75) return { caller: 'patron', home: member };
  if (share < 0.9) return { caller: 'anonymous', portal: member };
  if (share < 0.97) return { caller: 'anonymous' };
  return share < 0.98 ? { caller: 'consortium' } : { caller: 'work', cause: member };
};

type RequestPlan = { month: string; days: number; members: readonly string[]; requests: number; seed: number };

/**
 * Returns the requests of a month, one after the other, of members of unequal size: the same for the same seed, and never all in
 * memory.
 */
export function* monthOfRequests({ month, days, members, requests, seed }: RequestPlan): Generator<MadeRequest> {
  const next = chance(seed);
  // Squared, so that the first members have most of the use and the last very little.
  const someone = (): string => members[Math.floor(next() ** 2 * members.length)] ?? '';
  for (let serial = 0; serial < requests; serial += 1) {
    const day = `${month}-${String(1 + Math.floor((serial * days) / requests)).padStart(2, '0')}`;
    const at = `${day}T${String(8 + Math.floor(next() * 12)).padStart(2, '0')}:00:00.000Z`;
    const fate = next() * 1000;
    if (fate < PER_MILLE.turnedAway) {
      yield { day, at, line: undefined, report: undefined };
      continue;
    }
    const kind = kindOf(next());
    const ms = Math.ceil(kind.ms * (0.6 + 0.8 * next()));
    const lambdaRequestId = `l${serial}`;
    const report = `REPORT RequestId: ${lambdaRequestId}\tDuration: ${ms}.00 ms\tBilled Duration: ${ms} ms\tMemory Size: 512 MB\tMax Memory Used: 90 MB\t`;
    if (fate < PER_MILLE.turnedAway + PER_MILLE.crashed) {
      yield { day, at, line: undefined, report };
      continue;
    }
    const { readUnits, writeUnits = 0, transitions = 0, queueMessages = 0, signatures = 0 } = kind.uses;
    const line = JSON.stringify({
      ...{ t: 'usage', requestId: `r${serial}`, lambdaRequestId, at, operation: kind.operation, context: 'bench' },
      ...{
        service: kind.service,
        member: 'unattributed',
        because: 'unexplained',
        status: next() < 0.02 ? 409 : 200,
        ms,
      },
      evidence: evidenceOf(next(), someone(), someone()),
      units: {
        ...{ writeUnits, readUnits, transitions, queueMessages, signatures, indexCalls: 0, searchMs: 0, objectPuts: 0 },
        ...{ objectGets: 0, busEvents: writeUnits > 0 ? 1 : 0, emails: 0, httpUnits: 1, bytesIn: 200 },
        ...{ bytesOut: Math.round(kind.bytesOut * (0.5 + next())), logBytes: 700 },
      },
    });
    yield { day, at, line, report };
  }
}
