import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { mergeStore } from '../../data/merge-store.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { beginMerge, carryOn } from '../../use-cases/merge-patrons.ts';
import { contract } from './contract.ts';
import { refuseMerge } from './refuse-merge.ts';

export const handler = handle(contract, deskStores, async (request, { table, ids, ...stores }) => {
  const { actor, path, body, now } = request;
  const [merges, policy] = [mergeStore(table), await patronsPolicy(stores, now)];
  const { otherId } = body;
  const [at, by] = [iso(now), actorName(actor)];
  // While others are being merged into it, the survivor is there all the time.
  const survivorId = async (id: string) => (await stores.patrons.status(id, { strong: true }))?.patronId ?? id;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [begun, patronId] = [await merges.get(otherId), await survivorId(path.patronId)];
    if (begun && begun.survivorId !== patronId)
      return refuse('merged-elsewhere', 'Look both up again.', '/body/otherId');
    if (begun) {
      if (begun.state !== 'done') await carryOn(table, begun, policy.loans, at);
      return answer({ patronId, merged: otherId });
    }
    const found = await Promise.all([patronId, otherId].map((id) => stores.patrons.get(id, { strong: true })));
    const judged = await refuseMerge(table, found, body, policy);
    if ('refused' in judged) return judged;
    const change = changeOf(request, ids, 'merged', { merged: otherId });
    const line = { subject: `patron:${patronId}`, at, auditId: ids.next('audit', now), by, did: 'merged' };
    const audit = { ...line, detail: { merged: otherId, branchId: body.branchId } };
    await beginMerge(table, judged, { oldCard: policy.merging.oldCard, now, by, change, audit });
  }
  return refuse('changed-meanwhile', 'Try again.');
});
