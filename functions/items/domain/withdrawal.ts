import { type Finding, finding } from '../../circulation/domain/findings.ts';
import { isBorrowed } from '../../circulation/domain/lent-between.ts';
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

/**
 * What stands against withdrawing a copy: a commitment to keep it; that it is the last one and was not offered to its end, or so
 * long ago that it has to be offered again.
 */
export const withdrawalFindings = (
  item: ItemCirculation,
  at: string,
  last: LastCopy | undefined,
): Finding<'item-retained' | 'last-copy'>[] => {
  const kept = isRetained(item, at);
  const until = last?.offeredUntil;
  const offered = last === undefined || wasOffered(until, at);
  const ended = until !== undefined && until <= at ? 'Its offer ended too long ago: offer it again' : undefined;
  const first = 'It has to be offered to the members first';
  const said = until === undefined ? first : (ended ?? `It is offered until ${until}`);
  return [
    finding('item-retained', !kept, kept ? `It is to be kept until ${item.retained}` : 'No commitment stands'),
    finding('last-copy', offered, offered ? 'Another copy is held, or nobody wanted this one' : said),
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
