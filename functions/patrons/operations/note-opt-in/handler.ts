import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { saveConsents } from '../../data/patron-edits.ts';
import { openness, withConsent } from '../../domain/openness.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { patronMeant } from '../../use-cases/patron-meant.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async (request, deps) => {
  const { branchId, card, member } = request.body;
  const meant = await patronMeant(deps.cards, normaliseScan(card), member);
  if ('refused' in meant) return meant;
  const status = await deps.patrons.status(meant.patronId, { strong: true });
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId, consents = [] } = status;
  const memberId = memberOfBranch(branchId);
  const opened = openness(status, memberId, await patronsPolicy(deps, request.now));
  if (opened === 'restricted') return refuse('restricted', contract.refusals.restricted.meaning);
  if (opened === 'open') return answer({ patronId });
  const titles = consents.some((one) => one.memberId === memberId && one.titles);
  const change = changeOf(request, deps.ids, 'consent-set', { memberId, open: 'true' });
  return (await saveConsents(deps.table, status, withConsent(consents, { memberId, open: true, titles }), change))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Note it again.');
});
