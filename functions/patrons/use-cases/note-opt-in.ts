import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { patronEdits } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { openness, withConsent } from '../domain/access/openness.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { openRefusals } from '../schemas.ts';
import { identifyByCard } from './identify-by-card.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'cards' | 'patronsPolicy'> & { edits: ReturnType<typeof patronEdits> };
type Input = {
  branchId: string;
  card: string;
  member?: string | undefined;
  now: number;
  change: (detail: PatronChange['detail']) => PatronChange;
};

/** Records that the holder of a card agreed to be opened at the member of a branch. */
export const noteOptIn = async (
  { patrons, cards, patronsPolicy, edits }: Deps,
  { branchId, card, member, now, change }: Input,
) => {
  const found = await identifyByCard(cards, normaliseScan(card), member);
  if ('refused' in found) return found;
  const status = await patrons.status(found.patronId, { strong: true });
  if (!status) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const { patronId, consents = [] } = status;
  const memberId = memberOfBranch(branchId);
  const opened = openness(status, memberId, await patronsPolicy(now));
  if (opened === 'restricted') return refuse('restricted', openRefusals.restricted.meaning);
  if (opened === 'open') return answer({ patronId });
  const titles = consents.some((one) => one.memberId === memberId && one.titles);
  const after = withConsent(consents, { memberId, open: true, titles });
  return (await edits.saveConsents(status, after, change({ memberId, open: 'true' })))
    ? answer({ patronId })
    : refuse('changed-meanwhile', 'Note it again.');
};
