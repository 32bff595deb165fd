import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ path, body, now, keep }, { patrons, cards }) => {
  const { patronId } = path;
  const patron = await patrons.get(patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  if (!isHome(patron.status, body.branchId)) return refuse('not-home', 'Only the home library replaces a card.');
  const old = await cards.get(patron.person.card);
  if (old?.state !== 'active') return refuse('changed-meanwhile', 'Look the patron up again.');
  const number = normaliseScan(body.card);
  const outcome = await patrons.replaceCard(patron, old, number, body.reason, iso(now), keep({ patronId }));
  if (outcome === 'replaced') return answer({ patronId });
  return refuse(
    outcome,
    contract.refusals[outcome].meaning,
    ...(outcome === 'changed-meanwhile' ? [] : ['/body/card']),
  );
});
