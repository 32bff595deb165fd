import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { duplicateDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, duplicateDeps, async ({ actor, path, body, now }, { duplicates, patrons }) => {
  const [one, other] = await Promise.all([patrons.status(path.patronId), patrons.status(body.otherId)]);
  if (!one) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!other) return refuse('patron-unknown', 'There is no such patron.', '/body/otherId');
  if (!isHome(one, body.branchId)) return refuse('not-home', 'Only the home library decides this.');
  const [patronId, otherId] = [one.patronId, other.patronId];
  if (patronId === otherId) return refuse('same-patron', 'These are one patron already.', '/body/otherId');
  const pair = [
    { patronId, memberId: one.homeMember },
    { patronId: otherId, memberId: other.homeMember },
  ] as const;
  return (await duplicates.markDistinct(pair, { at: iso(now), by: actorName(actor) }))
    ? answer({ patronId, otherId })
    : refuse('changed-meanwhile', 'Look again.');
});
