import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { type Audience, asBorrower, audiences, maySee } from '../domain/visibility/visibility.ts';
import { key, sortPrefix } from './keys.ts';

const hidden = z.array(z.enum(audiences)).default([]);
/** Decodes only the visibility of a source record's row: the full schema would enlarge every function that reads copies. */
const ofSource = z.object({ hiddenFrom: hidden, hiddenHoldings: z.record(z.string(), hidden).default({}) });
const ofCopy = z.object({
  ...{ itemId: z.string(), sourceId: z.string(), memberId: z.string().optional() },
  ...{ branchId: z.string().default(''), hiddenFrom: hidden },
});

/** Returns the audiences a source record itself is hidden from, from its row; empty for a missing row. */
export const hiddenOf = (source: Record<string, unknown> | undefined): Audience[] =>
  source ? ofSource.parse(source).hiddenFrom : [];

/** Returns the audiences an item is hidden from, on its own or with its holding or its record (the row of its source, if any). */
export const hiddenWith = (
  item: { branchId: string; hiddenFrom: readonly Audience[] },
  source: Record<string, unknown> | undefined,
): Audience[] => {
  const { hiddenFrom = [], hiddenHoldings = {} } = source ? ofSource.parse(source) : {};
  return [...hiddenFrom, ...(hiddenHoldings[item.branchId] ?? []), ...item.hiddenFrom];
};

/** The visibility of a copy, and its home branch. */
export type CopyShown = { itemId: string; memberId: string; branchId: string; hiddenFrom: Audience[] };

/** Returns all copies of these source records, each with the audiences it, its holding or its record is hidden from. */
export const copiesShown = async (
  table: Table,
  sources: readonly string[],
  reading: { strong?: boolean } = {},
): Promise<CopyShown[]> => {
  const begins = sortPrefix('itemDescription');
  const strong = reading.strong ? ({ strong: true } as const) : {};
  const [rows, lists] = await Promise.all([
    table.getMany(
      sources.map((sourceId) => key('source', { sourceId })),
      reading,
    ),
    Promise.all(
      sources.map((sourceId) => table.queryAll({ partition: key('source', { sourceId }).pk, begins, ...strong })),
    ),
  ]);
  return lists.flatMap((list, at) =>
    list.map((row) => {
      const copy = ofCopy.parse(row);
      const { itemId, memberId = memberOfSource(copy.sourceId) } = copy;
      return { itemId, memberId, branchId: copy.branchId, hiddenFrom: hiddenWith(copy, rows[at]) };
    }),
  );
};

/** Returns whether a member's patrons may borrow a copy (`asBorrower`): always for its own copies, however hidden. */
export const isLentTo = (
  member: string,
  { memberId, hiddenFrom }: Pick<CopyShown, 'memberId' | 'hiddenFrom'>,
): boolean => maySee(asBorrower(member), memberId, hiddenFrom);

/** Returns the members whose patrons may borrow a copy, from its current state in the table. */
export const lentBy = async (
  table: Table,
  item: { itemId: string; sourceId: string; memberId: string },
  reading: { strong?: boolean } = {},
): Promise<(member: string) => boolean> => {
  const [description, source] = await table.getMany([key('itemDescription', item), key('source', item)], reading);
  const hiddenFrom = description ? hiddenWith(ofCopy.parse(description), source) : hiddenOf(source);
  return (member) => isLentTo(member, { memberId: item.memberId, hiddenFrom });
};
