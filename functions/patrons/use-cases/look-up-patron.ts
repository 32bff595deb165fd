import { localDay } from '../../../layers/kernel/calendar/days.ts';
import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import type { lookUpDeps } from '../deps.ts';
import { deskView } from '../domain/access/desk-view.ts';
import { openness } from '../domain/access/openness.ts';
import { openRefusals } from '../schemas.ts';
import { identifyByCard } from './identify-by-card.ts';
import { loadDesk } from './load-desk.ts';
import { logAccess } from './log-access.ts';

type Deps = ReturnType<typeof lookUpDeps> & { ids: Ids };
/** The patron, by card number or id. */
export type NamedPatron = { card: string; member?: string | undefined } | { patronId: string };
type Input = { actor: Actor | undefined; branchId: string; named: NamedPatron; now: number };

/** Returns a patron as the desk of a branch may see them, and notes that another member looked. */
export const lookUpPatron = async (deps: Deps, { actor, branchId, named, now }: Input) => {
  const desk = await loadDesk(deps.branches, branchId, now);
  if (!desk) return refuse('branch-unknown', 'There is no such branch.', '/body/branchId');
  const found = 'card' in named ? await identifyByCard(deps.cards, normaliseScan(named.card), named.member) : named;
  if ('refused' in found) return found;
  const patron = await deps.patrons.get(found.patronId);
  if (!patron) return refuse('patron-unknown', 'There is no such patron.');
  const { status, person } = patron;
  const opened = openness(status, memberOfBranch(branchId), await deps.patronsPolicy(now));
  if (opened !== 'open') return refuse(opened, openRefusals[opened].meaning);
  const [checks, notes] = await Promise.all([deps.borrowingChecks(status, desk), deps.notes.list(status.patronId)]);
  const { card, contactConsents, v: version } = person;
  const shown = { status, person: person.person, contactConsents, card, version, notes };
  const view = deskView(shown, { branchId, day: localDay(desk.calendar, desk.at) }, checks);
  await logAccess(deps, { actor, patron: status, branchId, now });
  return answer(view);
};
