import { shelfOrders, shelfPlace } from '../../../layers/protocols/call-numbers/shelf-order.ts';

type Shelved = { location: string; callNumber?: string };

const placeOf = ({ location, callNumber }: Shelved): string => {
  const place = callNumber === undefined ? undefined : shelfPlace(callNumber);
  return place ? `${location}\n${shelfOrders.indexOf(place.order)}${place.key}` : `${location}\n`;
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Returns items in the order of a walk along the shelves: by location, there in shelf order. */
export const inShelfOrder = <T extends Shelved>(items: readonly T[]): T[] =>
  items.toSorted((one, other) => compare(placeOf(one), placeOf(other)));
