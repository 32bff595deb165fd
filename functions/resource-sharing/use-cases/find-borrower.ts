import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { cardStore } from '../../patrons/public/card-store.ts';
import { refuseClosed } from '../../patrons/public/closed-record.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { ResourceSharingDeps } from '../deps.ts';

type Stores = Pick<ResourceSharingDeps, 'table' | 'patrons'>;
type Why = 'patron-missing' | 'unknown-patron' | 'card-replaced';
type Refusing = ReturnType<typeof refuse<Why>>;
type Found = { patron: PatronStatus } | Refusing;

/**
 * Finds the one patron of a card number in use. A number that two members issued identifies nobody here: use the
 * patron's id.
 */
const ofCard = async ({ table }: Stores, number: string, pointer: string): Promise<string | undefined | Refusing> => {
  const card = await cardStore(table).get(number);
  if (card?.state === 'replaced') {
    return refuse('card-replaced', `This card was replaced (${card.reason}).`, pointer);
  }
  return card?.holders.length === 1 ? card.holders[0]?.patronId : undefined;
};

/**
 * Finds the patron for whom a request is placed: the caller, or the patron whom staff name by card number or id. `pointer` names the part of
 * the request that names the patron.
 */
export const findBorrower = async (
  stores: Stores,
  actor: Actor | undefined,
  named: string | undefined,
  pointer = '/body/patron',
): Promise<Found> => {
  const own = actor?.kind === 'patron' ? actor.id : undefined;
  if (own === undefined && named === undefined) return refuse('patron-missing', 'Say for whom.', pointer);
  const patronId =
    own ?? (named?.startsWith('pat_') ? named : await ofCard(stores, normaliseScan(named ?? ''), pointer));
  if (typeof patronId === 'object') return patronId;
  const patron = patronId === undefined ? undefined : await stores.patrons.status(patronId);
  return patron ? { patron } : refuse('unknown-patron', 'There is no such card or patron.', pointer);
};

type Opening = Stores & Pick<ResourceSharingDeps, 'patronsPolicy'>;
type Named = { named: string | undefined; branchId: string | undefined; now: number; pointer?: string };

/**
 * Finds the patron like `findBorrower`. Where staff name one, refuses a patron whose record their library may not open (C76) before
 * anything else about the patron is judged. `now` in epoch ms.
 */
export const findOpenBorrower = async (
  deps: Opening,
  actor: Actor | undefined,
  { named, branchId, now, pointer = '/body/patron' }: Named,
) => {
  const found = await findBorrower(deps, actor, named, pointer);
  if ('refused' in found || actor?.kind === 'patron') return found;
  return refuseClosed(found.patron, branchId ?? '', await deps.patronsPolicy(now), pointer) ?? found;
};
