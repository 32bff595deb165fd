import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { pinLengthOf } from '../domain/cards/pin.ts';
import { appliesOn } from '../domain/record/blocks.ts';
import { loadDay } from './load-desk.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'branches' | 'patronsPolicy'>;

/** Shows the signed-in patron's record: counts, the blocks of today without who set them, contact, consents. `now` in epoch ms. */
export const showOwnProfile = async ({ patrons, branches, patronsPolicy }: Deps, signedIn: string, now: number) => {
  const [patron, policy] = await Promise.all([patrons.get(signedIn), patronsPolicy(now)]);
  if (!patron) return refuse('gone', 'This patron is no longer here.');
  const { patronId, homeMember, homeBranch, category, expiresOn, residence, counters, blocks } = patron.status;
  const { loans, holds, owed } = counters;
  const today = await loadDay(branches, homeBranch, now);
  return answer({
    ...{ patronId, homeMember, homeBranch, category, expiresOn, loans, holds, owed },
    keepsHistory: patron.status.keepsHistory === true,
    card: patron.person.card,
    blocks: blocks.filter((block) => appliesOn(block, today)).map(({ by: _, exceptAtHome: _home, ...shown }) => shown),
    person: patron.person.person,
    ...(residence !== undefined && { residence }),
    contactConsents: patron.person.contactConsents ?? {},
    sharing: { optIn: policy.sharing.optIn, consents: patron.status.consents ?? [] },
    pinLength: pinLengthOf(policy),
  });
};
