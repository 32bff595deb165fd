/** An interlibrary loan that libraries have begun to work on, and how far it has come. */
export type LoanUnderWay = { patron: string; workId: string; pickup: string; until: 'promised' | 'arrived' };

/**
 * The interlibrary loans under way: an item has come for a patron of each library that borrows, and both libraries that lend on request are
 * to ship one.
 */
export const loansUnderWay: readonly LoanUnderWay[] = [
  { patron: 'abramson-ruth', workId: 'mahan', pickup: 'riverton.main', until: 'arrived' },
  { patron: 'hassan-yusuf', workId: 'beagle', pickup: 'lakeshore.main', until: 'arrived' },
  { patron: 'banerjee-ananya', workId: 'ashley-knots', pickup: 'harcourt.main', until: 'arrived' },
  { patron: 'rahman-tasnim', workId: 'mahan', pickup: 'calder.main', until: 'arrived' },
  { patron: 'thompson-carla', workId: 'conway', pickup: 'riverton.main', until: 'promised' },
  { patron: 'bello-chidinma', workId: 'conway', pickup: 'calder.main', until: 'promised' },
];
