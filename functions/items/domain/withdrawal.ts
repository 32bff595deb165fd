import { isBorrowed } from './borrowed-item.ts';
import type { ItemCirculation } from './item-circulation.ts';
import type { ItemState } from './item-states.ts';

/** How long a last copy can be offered to the members, and how long an offer that ended lets it go: days. */
export const offerDays = { least: 7, most: 180, usual: 30, counts: 90 } as const;
const DAY_MS = 86_400_000;

/** Where a copy is gone: it is nobody's last copy, for there is none to hand on. */
const gone: readonly ItemState[] = ['withdrawn', 'lost', 'lost-and-paid', 'missing'];

/** True for a copy that the consortium has: neither gone nor of a library outside. */
export const isHeld = (item: ItemCirculation): boolean => !gone.includes(item.state) && !isBorrowed(item);

/** True while a commitment to keep the copy stands. Takes the instant, ISO 8601 UTC; the last day counts. */
export const isRetained = ({ retained }: Pick<ItemCirculation, 'retained'>, at: string): boolean =>
  retained !== undefined && retained >= at.slice(0, 10);

/** That a copy is the consortium's last of its title; with an offer that nobody has taken, until when that is. */
export type LastCopy = { offeredUntil?: string };

/** Whether the members could have taken a copy: its offer is over, and not so long that others may want it by now. */
const wasOffered = (until: string | undefined, at: string): boolean =>
  until !== undefined && until <= at && Date.parse(at) < Date.parse(until) + offerDays.counts * DAY_MS;

/** A reason that may speak against withdrawing an item, and whether it does. */
export type WithdrawalFinding = { check: 'item-retained' | 'last-copy'; passed: boolean; detail: string };

const offerDetail = (until: string | undefined, at: string): string => {
  if (until === undefined) return 'It has to be offered to the members first';
  return until <= at ? 'Its offer ended too long ago: offer it again' : `It is offered until ${until}`;
};

/**
 * Checks whether an item may be withdrawn: not while its owner is committed to retain it, nor as the last copy before it was
 * offered to the members to the end, not too long ago.
 */
export const withdrawalFindings = (
  item: ItemCirculation,
  at: string,
  last: LastCopy | undefined,
): WithdrawalFinding[] => {
  const retained = isRetained(item, at);
  const until = last?.offeredUntil;
  const offered = last === undefined || wasOffered(until, at);
  return [
    {
      check: 'item-retained',
      passed: !retained,
      detail: retained ? `It is to be kept until ${item.retained}` : 'No commitment stands',
    },
    {
      check: 'last-copy',
      passed: offered,
      detail: offered ? 'Another copy is held, or nobody wanted this one' : offerDetail(until, at),
    },
  ];
};

/** A copy of a record that its member deletes: whether it is free to go with it, and until when it is offered. */
export type DeletedCopy = { item: ItemCirculation; isFree: boolean; offeredUntil?: string };

/**
 * Of a title that no other member holds, the copies that stay although they are free to go: one of each part, the one that is
 * offered before others. None where another of the part stays anyway, or where the members could have taken one.
 */
export const lastOfParts = (copies: readonly DeletedCopy[], at: string): DeletedCopy[] => {
  const held = copies.filter(({ item }) => isHeld(item));
  const parts = new Set(held.map(({ item }) => item.part));
  return [...parts].flatMap((part) => {
    const alike = held.filter(({ item }) => item.part === part);
    if (alike.some(({ isFree, offeredUntil }) => !isFree || wasOffered(offeredUntil, at))) return [];
    return alike.find(({ offeredUntil }) => offeredUntil !== undefined) ?? alike.slice(0, 1);
  });
};
