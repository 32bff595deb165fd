import * as z from 'zod';
import { absent, and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { gsi2, indexPartition, key } from './keys.ts';

/** The states of a school year: planned, begun for all, to be undone, undone. */
export const yearStates = ['planned', 'begun', 'undoing', 'undone'] as const;

const stored = z.object({
  memberId: z.string(),
  year: z.string(),
  /** The day on which it begins. */
  on: z.string(),
  state: z.enum(yearStates),
  by: z.string(),
  at: z.string(),
  /** The numbers of pupils who moved up and who left, set on completion. */
  movedUp: z.number().exactOptional(),
  left: z.number().exactOptional(),
  v: z.number(),
});
export type SchoolYear = z.infer<typeof stored>;

const row = (year: SchoolYear) => ({
  ...key('schoolYear', year),
  ...((year.state === 'planned' || year.state === 'undoing') && gsi2('schoolYear', year)),
  ...stamp('schoolYear', year.v),
  ...year,
});

/** The store of school years. */
export type SchoolYearStore = {
  get(memberId: string, year: string): Promise<SchoolYear | undefined>;
  /** Writes a year, provided that it is unchanged since it was read. Returns false otherwise. */
  save(before: SchoolYear | undefined, after: Omit<SchoolYear, 'v'>): Promise<boolean>;
  /** Returns the years to begin or undo by a day (`YYYY-MM-DD`), each in its current state. */
  due(day: string): Promise<SchoolYear[]>;
};

/** The store of school years in the table. */
export const schoolYearStore = (table: Table): SchoolYearStore => {
  const get: SchoolYearStore['get'] = async (memberId, year) => {
    const found = await table.get(key('schoolYear', { memberId, year }), { strong: true });
    return found && stored.parse(found);
  };
  return {
    get,
    save: async (before, after) => {
      const put = row({ ...after, v: (before?.v ?? 0) + 1 });
      const when = before ? and(unchanged(before.v), equals('state', before.state)) : absent();
      return (await table.write([{ put, when }])) === undefined;
    },
    due: async (day) => {
      const partition = indexPartition('schoolYear', 'gsi2', {});
      const rows = await table.queryAll({ index: 'gsi2', partition, between: ['-', `${day}#~`] });
      const read = await Promise.all(rows.map(({ memberId, year }) => get(String(memberId), String(year))));
      return read
        .filter((year) => year !== undefined)
        .filter(({ state, on }) => on <= day && (state === 'planned' || state === 'undoing'));
    },
  };
};
