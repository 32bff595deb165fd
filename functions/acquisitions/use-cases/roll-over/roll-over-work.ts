import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { shortDigest } from '../../../../layers/kernel/text/digest.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { rollOverWrite } from '../../data/roll-over-store.ts';
import type { RollOverDeps } from '../../deps.ts';
import type { Fund } from '../../domain/fund.ts';
import type { Progress, ReportRow, RollOver } from '../../domain/roll-over.ts';

/** How long no other run goes on with a roll-over after a write of one. */
const LEASE_MS = 60_000;

const TRIES = 8;

/** A part of the work of a roll-over: what is written, and the roll-over after it. */
export type Part = { next: RollOver; writes: readonly Write[] };

/** Returns the roll-over after a part of its work. */
export const after = (before: RollOver, over: Partial<RollOver>): RollOver => ({ ...before, ...over, v: before.v + 1 });

/** Returns the roll-over after a part of its work with how far it is. */
export const further = (before: RollOver, progress: Progress): RollOver => after(before, { progress });

/** Returns a roll-over without what belongs to a run. */
export const ended = ({ progress: _, ...before }: RollOver, over: Partial<RollOver>): RollOver => after(before, over);

/** Returns the time until which no other run goes on with a roll-over. */
export const leaseFrom = (now: number, ms = LEASE_MS): string => iso(now + ms);

/** Returns the digest of a report with more rows: equal rows in the same order give the same one. */
export const digestWith = (digest: string, rows: readonly ReportRow[]): string =>
  rows.reduce((before, row) => shortDigest(`${before}${canonicalJson(row)}`), digest);

/** Returns the funds of a year by code. A strong read. */
export const fundsIn = async ({ funds }: Pick<RollOverDeps, 'funds'>, memberId: string, year: string) =>
  new Map((await funds.list({ memberId, year })).map((fund): [string, Fund] => [fund.code, fund]));

/**
 * Writes a part of the work together with the roll-over, so that it is done once however often it is begun. Undefined when another run went on
 * with it meanwhile. A part is made again when a fund or an order changed.
 */
export const doPart = async (
  { rollOvers, clock }: Pick<RollOverDeps, 'rollOvers' | 'clock'>,
  before: RollOver,
  make: () => Promise<Part>,
): Promise<RollOver | undefined> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { next, writes } = await make();
    if (await rollOvers.write([rollOverWrite(next, leaseFrom(clock.now())), ...writes])) return next;
    const { memberId, year, terms } = before;
    if ((await rollOvers.get({ memberId, year, to: terms.to }))?.v !== before.v) return undefined;
  }
  throw new Error(`The roll-over of ${before.year} of ${before.memberId} was prevented ${TRIES} times.`);
};
