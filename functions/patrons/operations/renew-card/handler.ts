import { localDay } from '../../../../layers/kernel/calendar/days.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { renewedCard } from '../../domain/cards/card-term.ts';
import { loadDesk } from '../../use-cases/load-desk.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async (request, deps) => {
  const { patronId } = request.path;
  const { branchId, expiresOn: until } = request.body;
  const desk = await loadDesk(deps.branches, branchId, request.now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const status = await deps.patrons.status(patronId);
  if (!status) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library renews a card.');
  const { category, expiresOn, counters } = status;
  const policy = await deps.patronsPolicy(request.now);
  const today = localDay(desk.calendar, desk.at);
  const renewed = renewedCard({ policy, category, expiresOn, owed: counters.owed, today, until });
  if ('refused' in renewed) return renewed;
  const change = patronChange(request, deps.ids, 'card-renewed', { from: expiresOn, to: renewed.expiresOn });
  const done = { patronId, expiresOn: renewed.expiresOn };
  return (await deps.edits.saveExpiry(status, renewed.expiresOn, change, request.keep(done)))
    ? answer(done)
    : refuse('changed-meanwhile', 'Look the patron up again.');
});
