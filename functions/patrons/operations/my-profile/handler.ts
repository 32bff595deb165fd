import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { patronsDeps } from '../../deps.ts';
import { pinLengthOf } from '../../domain/cards/pin.ts';
import { appliesOn } from '../../domain/record/blocks.ts';
import { loadDay } from '../../use-cases/load-desk.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronsDeps, async ({ actor, now }, { patrons, branches, patronsPolicy }) => {
  const [patron, policy] = await Promise.all([patrons.get(patronOf(actor).id), patronsPolicy(now)]);
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
});
