import type { ItemCirculation } from './item-circulation.ts';

/** Returns whether a library outside the consortium owns an item that is here for one patron only. */
export const isBorrowed = ({ request }: Pick<ItemCirculation, 'request'>): boolean => request?.borrowed === true;
