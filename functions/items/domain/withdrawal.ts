import { isBorrowed } from './borrowed-item.ts';
import type { ItemCirculation } from './item-circulation.ts';
import type { ItemState } from './item-states.ts';

/** The days for which a last copy can be offered to the members, and for which an ended offer permits its withdrawal. */
export const offerDays = { least: 7, most: 180, usual: 30, counts: 90 } as const;
const DAY_MS = 86_400_000;

/** A copy in one of these states is not a last copy, as it cannot be handed on. */
const gone: readonly ItemState[] = ['withdrawn', 'lost', 'lost-and-paid', 'missing'];

/** Returns whether the consortium has a copy: neither gone nor of a library outside. */
export const isHeld = (item: ItemCirculation): boolean => !gone.includes(item.state) && !isBorrowed(item);

/** Returns whether a commitment to retain the copy is in force. Takes the time, ISO 8601 UTC; the last day is included. */
export const isRetained = ({ retained }: Pick<ItemCirculation, 'retained'>, at: string): boolean =>
  retained !== undefined && retained >= at.slice(0, 10);

/** A copy that is the consortium's last of its title; with an offer that nobody has taken, its end. */
export type LastCopy = { offeredUntil?: string };

/** Returns whether the members could have taken a copy: its offer is over, and not too long ago. */
const wasOffered = (until: string | undefined, at: string): boolean =>
  until !== undefined && until <= at && Date.parse(at) < Date.parse(until) + offerDays.counts * DAY_MS;

/** A possible reason against withdrawing an item, and whether it applies. */
export type WithdrawalFinding = { check: 'item-retained' | 'last-copy'; passed: boolean; detail: string };

const offerDetail = (until: string | undefined, at: string): string => {
  if (until === undefined) return 'It has to be offered to the members first';
  return until <= at ? 'Its offer ended too long ago: offer it again' : `It is offered until ${until}`;
};

/**
 * Checks whether an item may be withdrawn: not while its owner is committed to retain it, and not as the last copy before a complete and
 * recent offer to the members.
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
      detail: retained ? `It is retained until ${item.retained}` : 'No commitment stands',
    },
    {
      check: 'last-copy',
      passed: offered,
      detail: offered ? 'Another copy is held, or nobody wanted this one' : offerDetail(until, at),
    },
  ];
};

/** A copy of a record that its member deletes: whether it can be removed with it, and until when it is offered. */
export type DeletedCopy = { item: ItemCirculation; isFree: boolean; offeredUntil?: string };

/**
 * Returns the copies that stay although they can be removed, for a title that no other member holds: one of each part, preferably an
 * offered one. None when another copy of the part stays anyway, or when the members could have taken one.
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
