import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { saveExpiry } from '../../data/patron-edits.ts';
import { renewedCard } from '../../domain/card-term.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { deskAt, deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { isHome } from '../../use-cases/home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async (request, deps) => {
  const { patronId } = request.path;
  const { branchId, expiresOn: until } = request.body;
  const desk = await deskAt(deps, branchId, request.now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const status = await deps.patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library renews a card.');
  const { category, expiresOn, counters } = status;
  const policy = await patronsPolicy(deps, request.now);
  const today = localDay(desk.calendar, desk.at);
  const renewed = renewedCard({ policy, category, expiresOn, owed: counters.owed, today, until });
  if ('refused' in renewed) return renewed;
  const change = changeOf(request, deps.ids, 'card-renewed', { from: expiresOn, to: renewed.expiresOn });
  const done = { patronId, expiresOn: renewed.expiresOn };
  return (await saveExpiry(deps.table, status, renewed.expiresOn, change, request.keep(done)))
    ? answer(done)
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
