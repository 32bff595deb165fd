import * as z from 'zod';
import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { unlistedDuplicates } from '../data/possible-duplicate-store.ts';
import { type Redecision, type RedecisionEffects, readRedecision, redecisionWrite } from '../data/redecision-store.ts';
import { forget, RecordMissing, takeOver, type UnionCache } from '../data/union-cache.ts';
import { unionWrites } from '../data/union-writes.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { planRedecision, type Redecided } from '../domain/union/redecide.ts';
import { StateLacks } from '../domain/union/union-state.ts';
import { retargetItems, type UnionFollower } from './follow-decision.ts';
import { MOST_WRITES, planned } from './load-group.ts';

/** The dependencies of deciding a record again. `now` in epoch ms. */
export type Redeciding = { table: Table; followers: readonly UnionFollower[]; ids: Ids; now: number };

/** Another run took this one over. */
export type TakenOver = 'taken-over';

const noEffects = (): RedecisionEffects => ({ joined: 0, parted: 0, asked: 0 });

const withEffects = (run: Redecision, { joined, parted, possibleDuplicates }: Redecided): Redecision => {
  const members = { ...run.members };
  const add = (effect: keyof RedecisionEffects, sourceIds: readonly string[]): void => {
    for (const memberId of sourceIds.map(memberOfSource)) {
      const before = members[memberId] ?? noEffects();
      members[memberId] = { ...before, [effect]: before[effect] + 1 };
    }
  };
  add('joined', joined);
  add('parted', parted);
  add(
    'asked',
    possibleDuplicates.flatMap(({ one, two }) => [one, two]),
  );
  return { ...run, members };
};

/**
 * Updates the copies and holds of the last change of the union, if it is not certain that they followed: a run that was interrupted there
 * leaves this to the next. Idempotent. Returns the run as stored.
 */
export const followRedecision = async (
  { table, followers }: Redeciding,
  { pending, ...run }: Redecision,
): Promise<Redecision | TakenOver> => {
  if (!pending) return run;
  for (const follow of followers) await follow(table, pending);
  await retargetItems(table, pending.moves);
  if (await table.write([redecisionWrite(run)])) return 'taken-over';
  return { ...run, v: run.v + 1 };
};

const attempt = async (
  redeciding: Redeciding,
  { run, cache, sourceId, strong }: { run: Redecision; cache: UnionCache; sourceId: string; strong: boolean },
): Promise<Redecision | TakenOver | undefined> => {
  const { table, ids, now } = redeciding;
  if (strong) forget(cache);
  const reading = { table, cache, strong };
  const plan = await planned(reading, () => planRedecision(cache, sourceId, () => ids.next('record', now)));
  const possibleDuplicates = await unlistedDuplicates(table, plan.possibleDuplicates);
  const changes = { ...plan, possibleDuplicates };
  if (changes.records.length + changes.moved.length + possibleDuplicates.length === 0) return run;
  const { relocated, before } = changes;
  const pending = relocated.length > 0 ? { pending: { before, moves: relocated } } : {};
  const after = { ...withEffects(run, changes), ...pending };
  const writes = [...unionWrites(changes, memberOfSource(sourceId)), redecisionWrite(after)];
  if (writes.length > MOST_WRITES) return { ...run, left: run.left + 1 };
  if (await table.write(writes)) {
    const stored = await readRedecision(table);
    return stored?.v === run.v || (stored === undefined && run.v === 0) ? undefined : 'taken-over';
  }
  takeOver(cache, changes, []);
  return followRedecision(redeciding, { ...after, v: run.v + 1 });
};

/** Returns whether an error is a row that cannot be read or does not exist, which another attempt does not change. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof z.ZodError || error instanceof StateLacks || error instanceof RecordMissing;

/**
 * Decides a stored source record again by the rules of the cache. One transaction writes the changed union records, on condition that all
 * that the decision depends on is as it was read, with the effects by member; then copies and holds follow, as after a decision of staff.
 * Returns the run with what it counts, or that another run took over. A record of which a row cannot be read is logged and left as it
 * is.
 */
export const redecideSource = async (
  redeciding: Redeciding,
  run: Redecision,
  cache: UnionCache,
  sourceId: string,
): Promise<Redecision | TakenOver> => {
  try {
    return await retryOnConflict(sourceId, (tried) => attempt(redeciding, { run, cache, sourceId, strong: tried > 0 }));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    logError('decide a record again', error, { sourceId });
    return { ...run, left: run.left + 1 };
  }
};
