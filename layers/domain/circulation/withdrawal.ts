import { type Finding, finding } from './findings.ts';
import type { ItemCirculation } from './item-circulation.ts';
import type { ItemState } from './item-states.ts';
import { isBorrowed } from './lent-between.ts';

/** How long a last copy can be offered to the members: days. */
export const offerDays = { least: 7, most: 180, usual: 30 } as const;

/** Where a copy is gone: it is nobody's last copy, for there is none to hand on. */
const gone: readonly ItemState[] = ['withdrawn', 'lost', 'lost-and-paid', 'missing'];

/** True for a copy that the consortium has: neither gone nor of a library outside. */
export const isHeld = (item: ItemCirculation): boolean => !gone.includes(item.state) && !isBorrowed(item);

/** True while a commitment to keep the copy stands. Takes the instant, ISO 8601 UTC; the last day counts. */
export const isRetained = ({ retained }: Pick<ItemCirculation, 'retained'>, at: string): boolean =>
  retained !== undefined && retained >= at.slice(0, 10);

/** That a copy is the consortium's last of its title; with an offer that nobody has taken, until when that is. */
export type LastCopy = { offeredUntil?: string };

/** What stands against withdrawing a copy: a commitment to keep it; that it is the last one and was not offered to its end. */
export const withdrawalFindings = (
  item: ItemCirculation,
  at: string,
  last: LastCopy | undefined,
): Finding<'item-retained' | 'last-copy'>[] => {
  const kept = isRetained(item, at);
  const offered = last === undefined || (last.offeredUntil !== undefined && last.offeredUntil <= at);
  const until = last?.offeredUntil;
  const said = until === undefined ? 'It has to be offered to the members first' : `It is offered until ${until}`;
  return [
    finding('item-retained', !kept, kept ? `It is to be kept until ${item.retained}` : 'No commitment stands'),
    finding('last-copy', offered, offered ? 'Another copy is held, or nobody wanted this one' : said),
  ];
};
