import * as z from 'zod';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { AuthorityField, AuthorityHeading } from '../../../layers/protocols/marc/authority.ts';
import { authorityFieldSchema } from '../domain/index/authority-field.ts';
import { key, sortPrefix } from './keys.ts';

const list = z.enum(['author', 'subject']);
const LONGEST = 400;

/** A heading as shown, in a list. */
export const shownHeadingSchema = z.object({ list, heading: z.string() });
type ShownHeading = z.infer<typeof shownHeadingSchema>;

const changedSchema = z.object({
  ...{ authorityId: z.string(), list, before: z.string(), after: z.string() },
  field: authorityFieldSchema.exactOptional(),
});
/** A heading that a load changed; `field` is that of the new one for bibliographic records. */
export type ChangedHeading = z.infer<typeof changedSchema>;

/** Returns the headings of an authority record as they are shown, one for each list. */
export const shownHeadings = (headings: readonly AuthorityHeading[]): ShownHeading[] =>
  headings.map(({ list, heading }) => ({ list, heading: heading.slice(0, LONGEST) }));

type Authority = { authorityId: string; importId: string; field?: AuthorityField };
type Shown = { was: readonly ShownHeading[]; established: readonly ShownHeading[]; isSameLoad: boolean };

/** Returns the writes that note which headings of an authority record a load changed; what the load itself changed back is deleted. */
export const changedHeadingWrites = (
  { authorityId, importId, field }: Authority,
  { was, established, isSameLoad }: Shown,
): Write[] =>
  was.flatMap(({ list, heading: before }): Write[] => {
    const after = established.find((one) => one.list === list)?.heading;
    const at = key('changedHeading', { importId, authorityId, list });
    if (after === undefined || after === before) return isSameLoad ? [{ delete: at }] : [];
    const row = { authorityId, list, before, after, ...(field && { field }) };
    return [{ put: { ...at, ...stamp('changedHeading', 1), ...row } }];
  });

/** Returns a page of the headings that a load changed, by authority record. */
export const changedHeadings = (
  table: Table,
  importId: string,
  pageRequest: PageRequest,
): Promise<CursorPage<ChangedHeading> | 'bad-cursor'> => {
  const { pk: partition } = key('import', { importId });
  const query = { partition, begins: sortPrefix('changedHeading') };
  return readPage(table, query, pageRequest, (row) => changedSchema.parse(row));
};
