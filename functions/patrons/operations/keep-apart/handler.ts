import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { keepApart } from '../../data/alike-store.ts';
import type { PatronStatus } from '../../domain/patron-status.ts';
import { isHome } from '../../use-cases/home.ts';
import { patronStores } from '../../use-cases/patron-stores.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronStores, async ({ actor, path, body, now }, { table, patrons }) => {
  const [one, other] = await Promise.all([patrons.status(path.patronId), patrons.status(body.otherId)]);
  if (!one) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!other) return refuse('patron-unknown', 'There is no such patron.', '/body/otherId');
  if (!isHome(one, body.branchId)) return refuse('not-home', 'Only the home library decides this.');
  const [patronId, otherId] = [one.patronId, other.patronId];
  if (patronId === otherId) return refuse('same-patron', 'These are one patron already.', '/body/otherId');
  const whose = (status: PatronStatus) => ({ patronId: status.patronId, memberId: status.homeMember });
  const said = { at: iso(now), by: actorName(actor) };
  return (await keepApart(table, [whose(one), whose(other)], said))
    ? answer({ patronId, otherId })
    : refuse('changed-meanwhile', 'Look again.');
});
