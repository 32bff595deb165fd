import { normaliseScan } from '../../../../layers/kernel/identity/card-number.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { agesOutWrites } from '../../data/ages-out-store.ts';
import { findAlike, keepApart, pairsOf } from '../../data/alike-store.ts';
import { firstTerm, refusedDescription } from '../../domain/category.ts';
import { isMinorOn } from '../../domain/person.ts';
import { changeOf } from '../../use-cases/change-of.ts';
import { deskStores, patronsPolicy } from '../../use-cases/desk.ts';
import { isHome } from '../../use-cases/home.ts';
import { finishTemporary } from '../../use-cases/temporary-patrons.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, deskStores, async (request, { table, patrons, cards, ids, policies }) => {
  const { body, now, actor } = request;
  const patron = await patrons.get(request.path.patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  const { status } = patron;
  const { patronId, homeMember: memberId } = status;
  if (!isHome(status, body.branchId)) return refuse('not-home', 'Only the home library does this.');
  const old = await cards.get(patron.person.card);
  if (!status.temporary || old?.state !== 'active') return refuse('not-temporary', 'It has a full card already.');
  const [at, policy] = [iso(now), await patronsPolicy({ policies }, now)];
  const today = at.slice(0, 10);
  const { category, person = patron.person.person } = body;
  const { expiresOn = firstTerm(policy, category, today) } = body;
  const refused = refusedDescription(policy, { category, birthDate: person.birthDate, expiresOn }, today);
  if (refused.length > 0) return { refused };
  const [found, pairs] = await Promise.all([findAlike(table, patronId, person), pairsOf(table, patronId)]);
  const open = found.filter(({ other }) => pairs.get(other.patronId)?.apart === undefined);
  if (open.length > 0 && !body.isNobodyAlike)
    return refuse('may-be-known', `Alike: ${open.length}.`, '/body/isNobodyAlike');
  for (const { other } of open) await keepApart(table, [{ patronId, memberId }, other], { at, by: actorName(actor) });
  const outcome = await finishTemporary(table, patron, old, {
    status: { category, expiresOn, minor: isMinorOn(person.birthDate, today) },
    ...{ person, card: normaliseScan(body.card), change: changeOf(request, ids, 'verified', {}) },
    beside: [
      ...agesOutWrites(policy, { patronId, category, birthDate: person.birthDate }),
      ...request.keep({ patronId, expiresOn }),
    ],
  });
  if (outcome === 'finished') return answer({ patronId, expiresOn });
  return refuse(outcome, contract.refusals[outcome].meaning, '/body/card');
});
