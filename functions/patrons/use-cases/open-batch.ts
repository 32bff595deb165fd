import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { Batch, OpenedBatch } from '../data/batch-store.ts';
import type { BatchChange, BatchFilter } from '../domain/record/batch.ts';
import { refusedResidence } from '../domain/record/category.ts';
import { batchView } from './batch-views.ts';
import { type BatchDeps, gatherFilter, patronsOfCards, previewCards } from './preview-batch.ts';

/** The time that a request searches for patrons; the background job continues after twice as long. */
const REQUEST_MS = 6000;

type Opening = {
  actor: Actor | undefined;
  path: { memberId: string };
  body: { patrons: { cards: string[] } | { filter: BatchFilter }; change: BatchChange; reason: string };
  now: number;
  /** Returns the writes that store the answer of a request with an Idempotency-Key. */
  keep: (output: { batch: ReturnType<typeof batchView>; unknownCards: number[] }) => Write[];
};

const elsewhere = (pointer: string) => refuse('branch-elsewhere', 'The member has no such branch.', pointer);

const refusedChange = async (deps: BatchDeps, { path: { memberId }, body: { change }, now }: Opening) => {
  const { homeBranch, category, residence } = change;
  if (homeBranch !== undefined) {
    const isOwn = memberOfBranch(homeBranch) === memberId && (await deps.branches.known(homeBranch, now)) !== undefined;
    if (!isOwn) return elsewhere('/body/change/homeBranch');
  }
  const policy = await deps.patronsPolicy(now);
  const known = Object.keys(policy.categories);
  if (category !== undefined && known.length > 0 && !known.includes(category)) {
    return refuse('category-unknown', `There are ${known.join(', ')}.`, '/body/change/category');
  }
  return refusedResidence(policy, residence ?? undefined).length > 0
    ? refuse('residence-unknown', 'No such place of residence.', '/body/change/residence')
    : undefined;
};

/** Opens a change of many patrons of a member, and previews it as far as a request can. */
export const openBatch = async (deps: BatchDeps & { ids: Ids }, opening: Opening) => {
  const refused = await refusedChange(deps, opening);
  if (refused) return refused;
  const { actor, path, body, now, keep } = opening;
  const { patrons, change, reason } = body;
  const filter = 'filter' in patrons ? patrons.filter : undefined;
  if (filter?.homeBranch !== undefined && memberOfBranch(filter.homeBranch) !== path.memberId) {
    return elsewhere('/body/patrons/filter/homeBranch');
  }
  const opened: OpenedBatch = {
    ...{ batchId: deps.ids.next('patron-batch', now), memberId: path.memberId, change, reason },
    ...{ state: 'gathering', at: iso(now), by: actorName(actor), ...(filter && { filter }) },
  };
  const view = (batch: Batch, unknownCards: number[]) => ({ batch: batchView(batch), unknownCards });
  if ('cards' in patrons) {
    const { patronIds, unknown } = await patronsOfCards(deps, path.memberId, patrons.cards);
    const batch = await previewCards(deps, opened, patronIds, (one) => keep(view(one, unknown)));
    return batch ? answer(view(batch, unknown)) : refuse('changed-meanwhile', 'Preview it again.');
  }
  // A repeated request gets the batch as it was opened; the list shows how far the background job is.
  const batch = await deps.batches.open(opened, iso(now + 2 * REQUEST_MS), (one) => keep(view(one, [])));
  return answer(view((await gatherFilter(deps, batch, now + REQUEST_MS)) ?? batch, []));
};
