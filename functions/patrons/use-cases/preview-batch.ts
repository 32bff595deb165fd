import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Clock, iso } from '../../../layers/platform/runtime/clock.ts';
import type { Batch, BatchLine, BatchStore, OpenedBatch } from '../data/batch-store.ts';
import { readCard } from '../data/card-store.ts';
import { key } from '../data/keys.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { patronsOf } from '../data/people.ts';
import { isSelected, plannedLine } from '../domain/record/batch.ts';

/** Patrons looked at together: their lines, each with a check that the patron is there, fit one write. */
const AT_ONCE = 40;
const TRIES = 3;

export type BatchDeps = PatronsStores & { batches: BatchStore; clock: Clock };

const linesOf = async (deps: BatchDeps, batch: OpenedBatch, patronIds: readonly string[]): Promise<BatchLine[]> => {
  const now = deps.clock.now();
  // A patron whose name changed meanwhile may stand twice in the list by name; those of cards are distinct.
  const [patrons, policy, known] = await Promise.all([
    patronsOf(deps.table, patronIds),
    deps.patronsPolicy(now),
    batch.filter ? deps.batches.known(batch, patronIds) : new Set<string>(),
  ]);
  return [...patrons.values()].flatMap(({ status, person }) => {
    const { homeMember, patronId } = status;
    if (homeMember !== batch.memberId || known.has(patronId) || (batch.filter && !isSelected(status, batch.filter)))
      return [];
    return [{ patronId, ...plannedLine({ status, person: person.person }, batch.change, policy, iso(now)) }];
  });
};

/** Returns the result of a write, which is tried again from its reads when it met a conflict; undefined after the last try. */
const retried = async <T>(write: () => Promise<T | undefined>): Promise<T | undefined> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const written = await write();
    if (written !== undefined) return written;
  }
  return undefined;
};

/** Adds the lines of patrons to a batch. Undefined when another run wrote first; a patron erased meanwhile is left out by reading again. */
const add = (
  deps: BatchDeps,
  batch: Batch,
  patronIds: readonly string[],
  walk: string | undefined,
): Promise<Batch | undefined> =>
  retried(async () => deps.batches.add(batch, await linesOf(deps, batch, patronIds), walk));

/** Returns the patrons of cards, each once, and the places of the cards that no patron of the member has. */
export const patronsOfCards = async ({ table }: BatchDeps, memberId: string, numbers: readonly string[]) => {
  const rows = await table.getMany(numbers.map((number) => key('card', { number: normaliseScan(number) })));
  const ids = rows.map((row) => {
    const card = row && readCard(row);
    return card?.state === 'active' ? card.holders.find((one) => one.memberId === memberId)?.patronId : undefined;
  });
  return {
    patronIds: [...new Set(ids.flatMap((id) => id ?? []))],
    unknown: ids.flatMap((id, place) => (id === undefined ? [place] : [])),
  };
};

/**
 * Previews the patrons named by card. The batch appears with its last lines, so that a repeated request opens none beside an incomplete
 * one. Undefined when patrons were erased again and again.
 */
export const previewCards = async (
  deps: BatchDeps,
  opened: OpenedBatch,
  patronIds: readonly string[],
  besideOf: (batch: Batch) => readonly Write[],
): Promise<Batch | undefined> => {
  const parts = chunks(patronIds, AT_ONCE);
  const last = parts.pop() ?? [];
  const before: BatchLine[] = [];
  for (const some of parts) {
    const added = await retried(async () => {
      const lines = await linesOf(deps, opened, some);
      return (await deps.batches.addLines(opened, lines)) ? lines : undefined;
    });
    if (!added) return undefined;
    before.push(...added);
  }
  return retried(async () => deps.batches.openPreviewed(opened, before, await linesOf(deps, opened, last), besideOf));
};

/** Looks through the member's patrons for those of a filter, from where it stopped, until an instant (epoch ms). */
export const gatherFilter = async (deps: BatchDeps, given: Batch, until: number): Promise<Batch | undefined> => {
  let batch: Batch | undefined = given;
  while (batch?.filter && batch.state === 'gathering' && deps.clock.now() < until) {
    const page = await deps.patrons.byName(batch.memberId, '', { limit: AT_ONCE, after: batch.walk });
    if (page === 'bad-cursor') throw new Error('A batch stores the position of its own list.');
    const ids = page.rows.map(({ patronId }) => patronId);
    batch = await add(deps, batch, ids, page.next);
  }
  return batch;
};
