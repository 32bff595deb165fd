import type * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { dueAtEndOf } from '../../../layers/kernel/calendar/days.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { editionsOf } from '../../catalogue/public/editions.ts';
import type { UnionIds } from '../../catalogue/public/union-copies.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { PlaceHoldRequest } from '../domain/holds/place-hold.ts';
import { suspensionOf } from '../domain/holds/suspension.ts';
import type { ListedCopy } from '../domain/items/copy-sample.ts';
import type { RequestedTitle, suspensionSchema } from '../schemas/hold-requests.ts';
import { findItem } from './find-item.ts';

/** The requested title and the period in which it is needed. */
export type HoldRequest = RequestedTitle & Parameters<typeof timesOf>[1];

/** The data for deciding a hold: the record where it would be placed, all its copies, and the records whose queue it joins. */
export type LoadedHoldRequest = Pick<PlaceHoldRequest, 'recordId' | 'itemId' | 'part' | 'editions' | 'formats'> & {
  items: ItemCirculation[];
  /** Set when only some of the copies were read. */
  sampled?: true;
  recordIds: string[];
};

/** Returns the copies to read, of those listed: for `wanted` when one is named. */
export type ChooseCopies = (listed: readonly ListedCopy[], wanted: string | undefined) => Promise<string[]>;

const ofRecords = async (
  deps: CirculationStores,
  { unions, member, wanted }: { unions: readonly UnionIds[]; member: string; wanted?: string | undefined },
  choose: ChooseCopies | undefined,
  reading: Consistency,
) => {
  const listed = await deps.unions.listLent(unions, member, reading);
  const chosen = (await choose?.(listed, wanted)) ?? listed.map(({ itemId }) => itemId);
  const items = await deps.items.getMany(chosen, reading);
  const recordIds = unions.flatMap(({ recordIds }) => recordIds);
  return { items, recordIds, ...(chosen.length < listed.length && { sampled: true as const }) };
};

/**
 * Loads the titles and copies of a hold request of a member's patron, without copies hidden from that member; only the chosen copies when
 * a choice is given. Refuses an unknown record or copy.
 */
export const loadHoldRequest = async (
  deps: CirculationStores,
  { input, member, choose }: { input: RequestedTitle; member: string; choose?: ChooseCopies | undefined },
  reading: Consistency,
): Promise<LoadedHoldRequest | { refused: RefusalOf<'unknown-record' | 'no-holdable-copy'>[] }> => {
  const [union, wanted] = await Promise.all([
    deps.unions.find(input.recordId, reading),
    input.item === undefined ? undefined : findItem(deps, input.item, reading),
  ]);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  if (wanted && 'refused' in wanted) return refuse('no-holdable-copy', 'There is no such copy.', '/body/item');
  const { recordId } = union;
  if (input.anyEdition) {
    const editions = await editionsOf(deps.table, union, input.anyEdition.formats);
    const unions = await Promise.all(editions.map((id) => deps.unions.find(id, reading)));
    const found = unions.flatMap((one) => one ?? []);
    const read = await ofRecords(deps, { unions: found, member }, choose, reading);
    return { recordId: editions[0] ?? recordId, editions, formats: input.anyEdition.formats, ...read };
  }
  const read = await ofRecords(deps, { unions: [union], member, wanted: wanted?.itemId }, choose, reading);
  return {
    ...{ recordId, ...read },
    ...(wanted && { itemId: wanted.itemId }),
    ...(input.part !== undefined && { part: input.part }),
  };
};

/** Returns the period in which a hold is needed, and its suspension, as instants of the pickup branch's calendar. */
export const timesOf = (
  calendar: BranchCalendar,
  {
    neededUntil,
    suspend,
  }: { neededUntil?: string | undefined; suspend?: z.output<typeof suspensionSchema> | undefined },
  at: string,
): Pick<PlaceHoldRequest, 'neededUntil' | 'suspended'> => ({
  ...(neededUntil !== undefined && { neededUntil: dueAtEndOf(calendar, neededUntil) }),
  ...(suspend && { suspended: suspensionOf(calendar, suspend, at) }),
});
