import * as z from 'zod';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { lowestOf, type PeriodicalNames } from '../domain/copyright/periodical.ts';
import { key } from './keys.ts';

const link = z.object({ also: z.string() });
const isIssn = (name: string): boolean => name.startsWith('issn:');
/** Numbers of one periodical: print, online, CD-ROM, linking; more are an error in a record. */
const MOST_NUMBERS = 12;

const linkedTo = async (table: Table, name: string): Promise<string[]> => {
  const partition = key('periodicalName', { name, also: '-' }).pk;
  return (await table.queryAll({ partition, strong: true })).map((row) => link.parse(row).also);
};

/** The numbers of one periodical with their links, and the titles linked to them. */
const closure = async (table: Table, numbers: readonly string[]): Promise<{ numbers: string[]; titles: string[] }> => {
  const [seen, titles] = [new Set(numbers), new Set<string>()];
  let fresh = [...seen];
  while (fresh.length > 0 && seen.size <= MOST_NUMBERS) {
    const found = (await Promise.all(fresh.map((name) => linkedTo(table, name)))).flat();
    for (const name of found) if (!isIssn(name)) titles.add(name);
    fresh = [...new Set(found.filter((name) => isIssn(name) && !seen.has(name)))];
    for (const name of fresh) seen.add(name);
  }
  return { numbers: [...seen], titles: [...titles] };
};

/** The name by which a periodical counts from now on, and the others under which copies may have been counted. */
export type CountedNames = { name: string; others: string[]; writes: Write[] };

/**
 * Finds the names by which copies of a periodical count, from ISSNs and titles linked before, and builds the writes
 * that store the new links. A title alone is every periodical of that title; of those with a number, each counts
 * separately. `fallback` is the name when nothing else is known.
 */
export const countedNames = async (table: Table, names: PeriodicalNames, fallback: string): Promise<CountedNames> => {
  const { title } = names;
  const byTitle = names.numbers.length > 0 || title === undefined ? [] : await linkedTo(table, title);
  const known = await closure(table, [...names.numbers, ...byTitle.filter(isIssn)]);
  const name = lowestOf(known.numbers) ?? fallback;
  const titles = new Set([...known.titles, ...(title === undefined ? [] : [title])]);
  const others = [...known.numbers, ...titles].filter((one) => one !== name);
  const together = [...names.numbers, ...(title === undefined ? [] : [title])];
  return { name, others, writes: names.numbers.length > 0 ? newLinks(together, known) : [] };
};

/**
 * Builds a link each way between the first name and the others, so that each is found from each; none when all are
 * linked.
 */
const newLinks = ([first, ...rest]: readonly string[], known: { titles: string[] }): Write[] =>
  rest
    .filter((other) => isIssn(other) || !known.titles.includes(other))
    .flatMap((other) => [linkWrite(first ?? other, other), linkWrite(other, first ?? other)]);

const linkWrite = (name: string, also: string): Write => ({
  put: { ...key('periodicalName', { name, also }), ...stamp('periodicalName', 1), name, also },
});
