import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { isHome } from '../domain/access/is-home.ts';
import type { ProxyAct } from '../domain/access/proxy.ts';
import { bearsFamilyName } from '../domain/identity/person.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { identifyByCard } from './identify-by-card.ts';

const LONGEST_DAYS = 5 * 366;

type Input = {
  actor: Actor | undefined;
  /** At a desk: the branch, and the patron. */
  branchId?: string | undefined;
  patronId?: string | undefined;
  card: string;
  member?: string | undefined;
  familyName?: string | undefined;
  until: string;
  may: ProxyAct[];
  now: number;
  change: (detail: PatronChange['detail']) => PatronChange;
};

/** Lets the holder of a card borrow or collect for a patron until a day, as the patron or a desk of the home library asks. */
export const giveProxy = async (
  { proxies, patrons, cards }: Pick<PatronsStores, 'proxies' | 'patrons' | 'cards'>,
  { actor, branchId, patronId, card, member, familyName = '', until, may, now, change }: Input,
) => {
  const today = iso(now).slice(0, 10);
  const byPatron = actor?.kind === 'patron';
  const askedFor = byPatron ? actor.id : patronId;
  if (askedFor === undefined) return refuse('patron-missing', 'Say for whom.', '/body/patronId');
  const sponsor = await patrons.status(askedFor, { strong: true });
  if (!sponsor) return refuse('patron-unknown', 'There is no such patron.', '/body/patronId');
  if (!byPatron && !isHome(sponsor, branchId ?? '')) return refuse('not-home', 'Only the home library notes this.');
  if (until < today || until > addDays(today, LONGEST_DAYS)) {
    return refuse('until-past', 'Say a day within the next five years.', '/body/until');
  }
  const found = await identifyByCard(cards, normaliseScan(card), member);
  const other = 'refused' in found ? undefined : await patrons.get(found.patronId, { strong: true });
  // A patron receives the same error for a wrong card and a wrong name.
  if (byPatron && !(other && bearsFamilyName(other.person.person, familyName))) {
    return refuse('name-differs', 'Look at the card again.', '/body/card');
  }
  if ('refused' in found) return found;
  if (!other) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const [sponsorId, proxyId] = [sponsor.patronId, other.status.patronId];
  if (sponsorId === proxyId) return refuse('same-patron', 'Nobody acts for oneself.', '/body/card');
  return (await proxies.give({ sponsorId, proxyId, until, may, givenAt: iso(now) }, change({ until, may })))
    ? answer({ patronId: proxyId, until, may })
    : refuse('changed-meanwhile', 'Look again.');
};
