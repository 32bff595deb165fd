import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { editDeps } from '../../deps.ts';
import { openness, withConsent } from '../../domain/access/openness.ts';
import { identifyByCard } from '../../use-cases/identify-by-card.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, editDeps, async (request, deps) => {
  const { branchId, card, member } = request.body;
  const found = await identifyByCard(deps.cards, normaliseScan(card), member);
  if ('refused' in found) return found;
  const status = await deps.patrons.status(found.patronId, { strong: true });
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId, consents = [] } = status;
  const memberId = memberOfBranch(branchId);
  const opened = openness(status, memberId, await deps.patronsPolicy(request.now));
  if (opened === 'restricted') return refuse('restricted', contract.refusals.restricted.meaning);
  if (opened === 'open') return answer({ patronId });
  const titles = consents.some((one) => one.memberId === memberId && one.titles);
  const change = patronChange(request, deps.ids, 'consent-set', { memberId, open: 'true' });
  return (await deps.edits.saveConsents(status, withConsent(consents, { memberId, open: true, titles }), change))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Note it again.');
});
