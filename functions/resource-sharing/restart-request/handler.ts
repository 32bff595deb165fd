import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { viewOf } from '../../../layers/domain/resource-sharing/views.ts';
import { hasEnded } from '../../../layers/domain/resource-sharing/workflow.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer, refuse } from '../../../layers/http/outcome.ts';
import { bearWitness } from '../../../layers/runtime/meter.ts';
import { staffAt } from '../who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  async ({ actor, path: { requestId }, body: { branchId }, now }, { requests, machine }) => {
    const { eyes } = staffAt(actor, branchId, 'requester');
    const stored = await requests.load(requestId);
    const view = stored?.request.requesterMember === eyes.member ? viewOf(stored.request, eyes) : undefined;
    if (!stored || !view) return refuse('unknown-request', 'There is no such request.');
    bearWitness({ requester: stored.request.requesterMember });
    if (hasEnded(stored.request)) return refuse('request-ended', 'The request has ended.');
    await machine.start(requestId, `again-${now}`);
    return answer(view);
  },
);
