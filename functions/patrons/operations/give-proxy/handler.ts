import { addDays } from '../../../../layers/kernel/calendar/days.ts';
import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronsDeps } from '../../deps.ts';
import { isHome } from '../../domain/access/is-home.ts';
import { bearsFamilyName } from '../../domain/identity/person.ts';
import { identifyByCard } from '../../use-cases/identify-by-card.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

const LONGEST_DAYS = 5 * 366;

export const handler = handle(contract, patronsDeps, async (request, { proxies, patrons, cards, ids }) => {
  const { actor, body, now } = request;
  const { branchId, until, may, familyName = '' } = body;
  const today = iso(now).slice(0, 10);
  const byPatron = actor?.kind === 'patron';
  const askedFor = byPatron ? actor.id : body.patronId;
  if (askedFor === undefined) return refuse('patron-missing', 'Say for whom.', '/body/patronId');
  const sponsor = await patrons.status(askedFor, { strong: true });
  if (!sponsor) return refuse('patron-unknown', 'There is no such patron.', '/body/patronId');
  if (!byPatron && !isHome(sponsor, branchId ?? '')) return refuse('not-home', 'Only the home library notes this.');
  if (until < today || until > addDays(today, LONGEST_DAYS)) {
    return refuse('until-past', 'Say a day within the next five years.', '/body/until');
  }
  const found = await identifyByCard(cards, normaliseScan(body.card), body.member);
  const other = 'refused' in found ? undefined : await patrons.get(found.patronId, { strong: true });
  // A patron receives the same error for a wrong card and a wrong name.
  if (byPatron && !(other && bearsFamilyName(other.person.person, familyName))) {
    return refuse('name-differs', 'Look at the card again.', '/body/card');
  }
  if ('refused' in found) return found;
  if (!other) return refuse('card-unknown', 'There is no such card in the consortium.', '/body/card');
  const [sponsorId, proxyId] = [sponsor.patronId, other.status.patronId];
  if (sponsorId === proxyId) return refuse('same-patron', 'Nobody acts for oneself.', '/body/card');
  const change = patronChange({ actor, now, body: { branchId } }, ids, 'proxy-given', { until, may });
  return (await proxies.give({ sponsorId, proxyId, until, may, givenAt: iso(now) }, change))
    ? answer({ patronId: proxyId, until, may })
    : refuse('changed-meanwhile', 'Look again.');
});
