import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { isNamedPeriodical, type PeriodicalNames } from '../domain/copyright/periodical.ts';
import { type CopyRecord, count, countKey, type PeriodicalCount, record } from './copyright-rows.ts';
import { gsi2, indexPartition } from './keys.ts';
import { countedNames } from './periodical-links.ts';

type Place = { memberId: string; year: string };

/** The copies of one periodical that a member requested in a year; `also` are other names under which some of them were counted. */
export type PeriodicalYear = PeriodicalCount & { also: string[]; copies: CopyRecord[] };

/** Reads the copies of the periodicals from the first to the last of a page, in one query. */
const copiesBetween = async (table: Table, place: { memberId: string; year: string }, periodicals: string[]) => {
  const [first, last] = [periodicals[0], periodicals.at(-1)];
  if (first === undefined || last === undefined) return [];
  const at = (periodical: string, requestId: string): string =>
    gsi2('copyrightCopy', { ...place, periodical, requestId }).gsi2sk ?? '';
  const partition = indexPartition('copyrightCopy', 'gsi2', place);
  // No request's id begins before `!` or behind `~`.
  const between: [string, string] = [at(first, '!'), at(last, '~')];
  return (await table.queryAll({ index: 'gsi2', partition, between })).map((item) => record.parse(item));
};

const namesOf = async (table: Table, periodical: string): Promise<string[]> => {
  if (!isNamedPeriodical(periodical)) return [periodical];
  const names: PeriodicalNames = periodical.startsWith('issn:')
    ? { numbers: [periodical] }
    : { numbers: [], title: periodical };
  const { name, others } = await countedNames(table, names, periodical);
  return [...new Set([name, ...others, periodical])];
};

const countsOf = async (table: Table, place: Place, names: readonly string[]): Promise<PeriodicalCount[]> => {
  const items = await Promise.all(names.map((periodical) => table.get(countKey({ ...place, periodical }))));
  return items.flatMap((item) => (item ? [count.parse(item)] : []));
};

const sumOf = (counts: readonly PeriodicalCount[], of: 'counted' | 'beyond'): number =>
  counts.reduce((sum, one) => sum + one[of], 0);

/** Finds the other names of a periodical, with their counts; undefined when it is listed under an earlier name. */
const joined = async (table: Table, place: Place, row: PeriodicalCount) => {
  const names = (await namesOf(table, row.periodical)).filter((name) => name !== row.periodical);
  const others = await countsOf(table, place, names);
  return others.some(({ periodical }) => periodical < row.periodical) ? undefined : others;
};

/**
 * Combines the periodicals of a list as they are counted: counts under several linked names appear once, under the
 * first name, with their sum and all copies. Counts by a title alone appear with each periodical of that title, because
 * they count for each.
 */
export const joinedPeriodicals = async (
  table: Table,
  place: Place,
  rows: readonly PeriodicalCount[],
): Promise<PeriodicalYear[]> => {
  const [copies, others] = await Promise.all([
    copiesBetween(
      table,
      place,
      rows.map(({ periodical }) => periodical),
    ),
    Promise.all(rows.map((row) => joined(table, place, row))),
  ]);
  const of = Map.groupBy(copies, ({ periodical }) => periodical);
  const years = rows.map(async (row, i): Promise<PeriodicalYear[]> => {
    const rest = others[i];
    if (rest === undefined) return [];
    const also = rest.map(({ periodical }) => periodical);
    const elsewhere = await Promise.all(also.map((periodical) => copiesBetween(table, place, [periodical])));
    const all = [row, ...rest];
    const title = all.find((one) => one.title !== undefined)?.title;
    return [
      {
        ...{ periodical: row.periodical, also, counted: sumOf(all, 'counted'), beyond: sumOf(all, 'beyond') },
        ...(title !== undefined && { title }),
        copies: [...(of.get(row.periodical) ?? []), ...elsewhere.flat()],
      },
    ];
  });
  return (await Promise.all(years)).flat();
};
