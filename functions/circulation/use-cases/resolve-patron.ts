import { normaliseScan } from '../../../layers/kernel/identity/card-number.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';

export type Refused<R extends string> = { refused: RefusalOf<R>[] };

/** How a request names a patron: card number or id, and the home member when a number is shared. */
export type PatronRef = { patron: string; member?: string | undefined };

type PatronRefusal = 'unknown-patron' | 'card-replaced' | 'card-shared' | 'held-at';

export const unknown = () => refuse('unknown-patron', 'There is no such card or patron.', '/body/patron');

const patronIdOf = async (
  { cards }: CirculationStores,
  { patron, member }: PatronRef,
): Promise<string | Refused<PatronRefusal>> => {
  if (patron.startsWith('pat_')) return patron;
  const card = await cards.get(normaliseScan(patron));
  if (card === undefined) return unknown();
  if (card.state === 'replaced') {
    return refuse('card-replaced', `This card was replaced (${card.reason}).`, '/body/patron');
  }
  const holders = card.holders.filter(({ memberId }) => member === undefined || memberId === member);
  const [holder, other] = holders;
  if (holder === undefined) return unknown();
  if (other === undefined) return holder.patronId;
  const choices = holders.map(({ memberId: detail }) => ({
    code: 'held-at' as const,
    detail,
    pointer: '/body/member',
  }));
  return {
    refused: [
      { code: 'card-shared', detail: 'Two members gave out this number.', pointer: '/body/member' },
      ...choices,
    ],
  };
};

/** Returns the patron that a request names. Refuses an unknown or replaced card, and a number that two members issued. */
export const resolvePatron = async (
  deps: CirculationStores,
  reference: PatronRef,
  reading: Consistency,
): Promise<PatronStatus | Refused<PatronRefusal>> => {
  const patronId = await patronIdOf(deps, reference);
  if (typeof patronId !== 'string') return patronId;
  return (await deps.status(patronId, reading)) ?? unknown();
};

/** Returns the patron of a request: the calling patron, at a desk the patron it names; undefined when it names none. */
export const requestedPatron = (
  actor: Actor | undefined,
  { patron, member }: { patron?: string | undefined; member?: string | undefined },
): PatronRef | undefined => {
  if (actor?.kind === 'patron') return { patron: actor.id };
  return patron === undefined ? undefined : { patron, member };
};
