import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { viewOf } from '../../../layers/domain/resource-sharing/views.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { bearWitness } from '../../../layers/runtime/meter.ts';
import { eyesOf } from '../who.ts';
import { contract } from './contract.ts';
import { findBorrower } from './find-borrower.ts';
import { placeFor } from './place-for.ts';

export const handler = handle(
  contract,
  (runtime) => ({ ...sharingStores(runtime), newIds: runtime.ids }),
  async ({ actor, body, now }, deps) => {
    const found = await findBorrower(deps, actor, body.patron);
    if ('refused' in found) return found;
    const placed = await placeFor(deps, found.patron, body, now);
    if ('refused' in placed) return placed;
    const { request } = placed;
    bearWitness({ requester: request.requesterMember });
    // Should this fail, the request stands and `restart-request` runs it: what counts is in the table.
    await deps.machine.start(request.requestId);
    const view = viewOf(request, eyesOf(request, actor) ?? { as: 'requester', member: request.requesterMember });
    return view ? answer(view) : refuse('unknown-request', 'There is no such request.');
  },
);
