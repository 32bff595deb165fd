import { startSoon } from '../../../layers/data/loan-machine.ts';
import { citationOf } from '../../../layers/domain/resource-sharing/citation/citation-input.ts';
import { readOpenUrl } from '../../../layers/domain/resource-sharing/citation/read-openurl.ts';
import type { LoanRequest } from '../../../layers/domain/resource-sharing/request.ts';
import { viewOf } from '../../../layers/domain/resource-sharing/views.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, type RefusalOf, refuse } from '../../../layers/http/outcome.ts';
import { viewerOf } from '../../../layers/http/viewer.ts';
import { bearWitness } from '../../../layers/runtime/meter.ts';
import { findBorrower } from '../find-borrower.ts';
import { placeFor } from '../place-for.ts';
import { placeForReview } from '../place-for-review.ts';
import { placingStores } from '../placing-stores.ts';
import { eyesOf } from '../who.ts';
import { contract } from './contract.ts';

type Placed = { request: LoanRequest } | { refused: RefusalOf<keyof (typeof contract)['refusals']>[] };

export const handler = handle(contract, placingStores, async ({ actor, body, now }, deps) => {
  const { openUrl, citation: given, ...rest } = body;
  const citation = openUrl !== undefined ? readOpenUrl(openUrl).citation : given && citationOf(given);
  const wish = { ...rest, citation };
  const byPerson = async (): Promise<Placed> => {
    const found = await findBorrower(deps, actor, body.patron);
    if ('refused' in found) return found;
    const placed = await placeFor(deps, found.patron, wish, { viewer: viewerOf(actor), now });
    if ('request' in placed) await startSoon(deps.machine, placed.request.requestId);
    return placed;
  };
  const isMachine = actor?.kind === 'machine';
  const placed = isMachine ? await placeForReview(deps, wish, now) : await byPerson();
  if ('refused' in placed) return placed;
  const { request } = placed;
  bearWitness({ requester: request.requesterMember });
  const own = { as: 'requester', member: request.requesterMember } as const;
  // A machine that handed the wish in learns no more of it than its patron does.
  const view = viewOf(request, isMachine ? { as: 'patron' } : (eyesOf(request, actor) ?? own));
  return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
});
