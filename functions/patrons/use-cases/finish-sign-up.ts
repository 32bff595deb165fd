import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { agesOutWrites } from '../data/ages-out-store.ts';
import { cardsOf } from '../data/patron-schemas.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { PossibleDuplicateStore } from '../data/possible-duplicate-store.ts';
import { saveVerified } from '../data/temporary-patron-store.ts';
import { isHome } from '../domain/access/is-home.ts';
import { isMinorOn, type Person } from '../domain/identity/person.ts';
import { firstTerm, refusedDescription } from '../domain/record/category.ts';
import type { PatronChange } from '../domain/record/change.ts';

type Deps = PatronsStores & { duplicates: PossibleDuplicateStore };
type Verification = {
  patronId: string;
  branchId: string;
  /** The number of the new card. */
  card: string;
  category: string;
  expiresOn?: string | undefined;
  person?: Person | undefined;
  residence?: string | undefined;
  isDistinct: boolean;
  change: PatronChange;
  now: number;
  /** Writes of the same transaction. */
  beside: (done: { patronId: string; expiresOn: string }) => Write[];
};

/** Marks a patron as distinct from the possible duplicates that the desk has ruled out. False while it has not. */
const ruleOutDuplicates = async (
  { duplicates }: Deps,
  one: { patronId: string; memberId: string },
  person: Person,
  { isDistinct, change: { at, by } }: Verification,
): Promise<{ open: number }> => {
  const [found, pairs] = await Promise.all([duplicates.find(one.patronId, person), duplicates.pairsOf(one.patronId)]);
  const open = found.filter(({ other }) => pairs.get(other.patronId)?.apart === undefined);
  if (open.length > 0 && !isDistinct) return { open: open.length };
  for (const { other } of open) await duplicates.markDistinct([one, other], { at, by });
  return { open: 0 };
};

const refusals = {
  'card-taken': 'Somebody in the consortium has or had this card number.',
  'changed-meanwhile': 'Somebody else changed this patron at the same time: look again.',
} as const;

/** Makes the temporary patron whom a desk has verified a full one. */
export const finishSignUp = async (deps: Deps, verification: Verification) => {
  const { branchId, card, category, change, now } = verification;
  const patron = await deps.patrons.get(verification.patronId, { strong: true });
  if (!patron) return refuse('patron-unknown', 'There is no such patron.', '/path/patronId');
  const { status } = patron;
  const { patronId, homeMember: memberId } = status;
  if (!isHome(status, branchId)) return refuse('not-home', 'Only the home library does this.');
  const old = await deps.cards.get(patron.person.card);
  if (!status.temporary || old?.state !== 'active') return refuse('not-temporary', 'It has a full card already.');
  if (cardsOf(patron.person).includes(card)) {
    return refuse('same-card', 'This is the temporary card: scan the new one.', '/body/card');
  }
  const [policy, today] = [await deps.patronsPolicy(now), change.at.slice(0, 10)];
  const { person = patron.person.person, expiresOn = firstTerm(policy, category, today) } = verification;
  const { birthDate } = person;
  const { residence } = verification;
  const refused = refusedDescription(policy, { category, birthDate, expiresOn, residence }, today);
  if (refused.length > 0) return { refused };
  const { open } = await ruleOutDuplicates(deps, { patronId, memberId }, person, verification);
  if (open > 0) return refuse('may-be-known', `Alike: ${open}.`, '/body/isDistinct');
  const done = { patronId, expiresOn };
  const outcome = await saveVerified(deps.table, patron, old, {
    status: {
      ...{ category, expiresOn, minor: isMinorOn(birthDate, today) },
      ...(residence !== undefined && { residence }),
    },
    ...{ person, card, change },
    beside: [...agesOutWrites(policy, { patronId, category, birthDate }), ...verification.beside(done)],
  });
  return outcome === 'verified' ? answer(done) : refuse(outcome, refusals[outcome], '/body/card');
};
