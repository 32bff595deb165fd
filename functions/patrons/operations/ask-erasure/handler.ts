import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { erasureStore } from '../../data/erasure-store.ts';
import { askErasure } from '../../use-cases/erase-patron.ts';
import { erasureAudit } from '../../use-cases/erasure.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ actor, path, body, now }, { table, patrons, ids }) => {
  const { patronId } = path;
  const [status, begun] = await Promise.all([patrons.status(patronId), erasureStore(table).get(patronId)]);
  const homeMember = status?.homeMember ?? begun?.memberId;
  if (homeMember === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (homeMember !== memberOfBranch(body.branchId)) return refuse('not-home', 'Only the home library has one erased.');
  const by = actorName(actor);
  const asked = await askErasure(table, { patronId, askedAt: iso(now), by }, erasureAudit(ids, now, by));
  if (asked === undefined) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (asked === 'changed-meanwhile') return refuse('changed-meanwhile', 'Ask again.');
  return answer(asked);
});
