import type { ShelvingNames } from '../functions/membership/domain/shelving-names.ts';

const itemTypes: ShelvingNames['itemTypes'] = [
  { code: 'book', name: 'Book' },
  { code: 'child-book', name: 'Children’s book' },
  { code: 'dvd', name: 'DVD' },
  { code: 'cd', name: 'Music CD' },
  { code: 'score', name: 'Sheet music' },
  { code: 'short-loan', name: 'Short loan' },
  { code: 'special-collection', name: 'Special collection' },
];
const stacks = { code: 'stacks', name: 'Open shelves' };
const children = { code: 'children', name: 'Children’s room' };
const reserve = { code: 'reserve', name: 'Course reserves, at the desk' };

/** The names of members' shelving locations and item types for patrons. The other members name none: their codes are shown. */
export const shelvingNames: Readonly<Record<string, ShelvingNames>> = {
  riverton: { v: 0, locations: [stacks, children], itemTypes },
  lakeshore: { v: 0, locations: [stacks, children], itemTypes },
  harcourt: { v: 0, locations: [stacks, reserve, { code: 'rare', name: 'Rare books reading room' }], itemTypes },
};
