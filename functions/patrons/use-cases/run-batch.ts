import { and, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { agesOutWrites } from '../data/ages-out-store.ts';
import { type Batch, type BatchLine, lineWrites } from '../data/batch-store.ts';
import { key } from '../data/keys.ts';
import { changeWrite } from '../data/patron-change-store.ts';
import type { BatchState, BatchValues, LineState } from '../domain/record/batch.ts';
import type { BatchDeps } from './preview-batch.ts';

type RunDeps = BatchDeps & { ids: Ids };

/** The two directions of a batch: apply and undo. */
const ways = {
  running: { end: 'done', of: 'planned', did: 'done', not: 'failed' },
  undoing: { end: 'undone', of: 'done', did: 'undone', not: 'retained' },
} as const satisfies Partial<Record<BatchState, { end: BatchState; of: LineState; did: LineState; not: LineState }>>;

/** Lines read together. */
const PAGE = 50;

/** Returns the write of values on a patron who still has those before, and only then. */
const valuesWrite = (patronId: string, before: BatchValues, after: BatchValues): Write => {
  const wanted = Object.entries(after);
  return {
    update: key('patronStatus', { patronId }),
    set: Object.fromEntries(wanted.filter(([, value]) => value !== null)),
    remove: wanted.flatMap(([name, value]) => (value === null ? [name] : [])),
    when: and(
      present(),
      lacks('erasureAsked'),
      ...Object.entries(before).map(([name, value]) => (value === null ? lacks(name) : equals(name, value))),
    ),
  };
};

/**
 * Changes one patron and the state of the line in one transaction, and raises the version of the description, so that a desk that saw the
 * values before does not write them again. A patron who changed since is left, and the line says why.
 */
const processLine = async (deps: RunDeps, batch: Batch, line: BatchLine): Promise<void> => {
  const way = batch.state === 'undoing' ? ways.undoing : ways.running;
  const { from, to, state } = line;
  if (state !== way.of || !from || !to) return;
  const { table, ids, clock } = deps;
  const now = clock.now();
  const [before, after] = batch.state === 'undoing' ? [to, from] : [from, to];
  const patron = await deps.patrons.get(line.patronId, { strong: true });
  const { patronId } = line;
  const { memberId } = batch;
  const { category, homeBranch: branchId } = after;
  const { birthDate } = patron?.person.person ?? {};
  const change = {
    ...{ changeId: ids.next('change', now), at: iso(now), by: batch.startedBy ?? batch.by, did: 'edited' as const },
    detail: { changed: Object.keys(after), batchId: batch.batchId },
  };
  const agesOut =
    typeof category === 'string' ? agesOutWrites(await deps.patronsPolicy(now), { patronId, category, birthDate }) : [];
  const branch: Write[] = branchId
    ? [{ check: membershipKeys.key('branch', { memberId, branchId }), when: present() }]
    : [];
  const failed = await table.write([
    ...branch,
    ...lineWrites(batch, line, way.did),
    valuesWrite(patronId, before, after),
    { update: key('patronPerson', { patronId }), when: present() },
    changeWrite(patronId, change),
    ...agesOut,
  ]);
  if (!failed) return;
  const isBranchGone = branch.length > 0 && failed.conflict.some(({ index }) => index === 0);
  const left = patron?.status.erasureAsked ? 'erasure-asked' : 'changed-since';
  // The line itself decides when another run was faster: then neither write happens.
  await table.write(lineWrites(batch, line, way.not, isBranchGone ? 'branch-gone' : left));
};

/**
 * Changes or restores the patrons of a batch, to its end or up to `most` lines. After an interruption, or with two simultaneous runs, each
 * patron is changed and counted once. Returns the resulting batch.
 */
export const runBatch = async (deps: RunDeps, given: Batch, most: number): Promise<Batch> => {
  let batch = given;
  for (let carried = 0; carried < most && (batch.state === 'running' || batch.state === 'undoing'); carried += PAGE) {
    const lines = await deps.batches.next(batch, PAGE);
    for (const line of lines) await processLine(deps, batch, line);
    const last = lines.at(-1)?.patronId;
    const isEnd = lines.length < PAGE || last === undefined;
    await deps.batches.reached(batch, isEnd ? { end: ways[batch.state].end } : { behind: last });
    const now = await deps.batches.get(batch.memberId, batch.batchId);
    if (!now) break;
    batch = now;
  }
  return batch;
};
