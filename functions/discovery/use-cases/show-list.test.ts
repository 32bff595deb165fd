import * as fc from 'fast-check';
import { book, pick, type UnionStep, unionAtWork, unionSteps } from '../../../test/builders/union-steps.ts';
import type { SavedUnion } from '../data/saved-union.ts';
import type { ListPlace, SavedTitle } from '../domain/lists/saved-lists.ts';
import { oncePerRecord } from './show-list.ts';

const someStep = fc.oneof(
  ...unionSteps,
  { weight: 6, arbitrary: fc.record({ save: pick }) },
  { weight: 2, arbitrary: fc.record({ remove: pick }) },
);
type Step = UnionStep | { save: number } | { remove: number };
/** Two books as two records, both saved and then merged, before the random steps. */
const begun: Step[] = [
  ...[
    { load: 0, features: book() },
    { load: 1, features: book({ title: 'northern mosses', author: 'lind per' }) },
  ],
  ...[{ save: 0 }, { save: 1 }, { merge: 0, into: 1 }],
];
const someSteps = fc.array(someStep, { maxLength: 30, size: 'max' }).map((steps) => [...begun, ...steps]);

/** Applies steps to a union and a list: a reader saves and removes titles, as the store does it, while records change. */
const worked = (steps: readonly Step[]) => {
  const at = unionAtWork();
  let list: SavedTitle[] = [];
  const unionOf = (recordId: string): SavedUnion => {
    const now = at.union.now(recordId);
    return { recordId: now.recordId, recordIds: [now.recordId, ...now.absorbed] };
  };
  for (const [minute, step] of steps.entries()) {
    if ('save' in step) {
      const record = at.nth(at.live(), step.save);
      if (record === undefined || list.some((title) => unionOf(record.recordId).recordIds.includes(title.recordId)))
        continue;
      const addedAt = new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString();
      list.push({ listId: 'svl_1', recordId: record.recordId, title: `As ${record.recordId}`, addedAt });
    } else if ('remove' in step) {
      const title = at.nth(list, step.remove);
      const gone = title ? unionOf(title.recordId).recordIds : [];
      list = list.filter(({ recordId }) => !gone.includes(recordId));
    } else at.work(step);
  }
  return { ...at, list, unionOf };
};

type Worked = ReturnType<typeof worked>;

/** Reads the list page by page. */
const leafed = async ({ list, unionOf }: Worked, limit: number) => {
  const all: { saved: SavedTitle; recordId: string }[] = [];
  let after: ListPlace | undefined;
  for (;;) {
    const { placed, isMore } = await oncePerRecord(list, { limit, after }, async (id) => unionOf(id));
    all.push(...placed);
    after = placed.at(-1)?.saved;
    if (!isMore) return all;
  }
};

const shown = (page: Awaited<ReturnType<typeof leafed>>): string[] =>
  page.map(({ saved, recordId }) => `${saved.recordId} in ${recordId}`);

describe('a list, after any merges, splits, undos and new matches between additions and removals', () => {
  it('shows each record once, and every saved title with its record', () =>
    fc.assert(
      fc.asyncProperty(someSteps, fc.integer({ min: 1, max: 4 }), async (steps, limit) => {
        const at = worked(steps);
        const page = await leafed(at, limit);
        const records = page.map(({ recordId }) => recordId);
        expect(records.toSorted()).toEqual(
          [...new Set(at.list.map(({ recordId }) => at.unionOf(recordId).recordId))].sort(),
        );
        expect(shown(page)).toEqual(shown(await leafed(at, 100)));
        for (const { saved, recordId } of page) expect(at.unionOf(saved.recordId).recordId).toBe(recordId);
        const times = page.map(({ saved }) => saved.addedAt);
        expect(times).toEqual(times.toSorted().reverse());
      }),
      { numRuns: 100 },
    ));

  it('is unchanged when a merge is undone: two titles that were one for a while are two', () =>
    fc.assert(
      fc.asyncProperty(someSteps, pick, pick, async (steps, one, two) => {
        const at = worked(steps);
        const [a, b] = [at.nth(at.union.clusters(), one), at.nth(at.union.clusters(), two)];
        fc.pre(a !== undefined && b !== undefined && a !== b);
        const before = shown(await leafed(at, 100));
        const decision = {
          decisionId: 'd999',
          is: 'together' as const,
          sides: [a ?? [], b ?? []] as [string[], string[]],
        };
        at.union.rule(decision);
        at.union.undo(decision);
        expect(shown(await leafed(at, 100))).toEqual(before);
      }),
      { numRuns: 100 },
    ));
});
