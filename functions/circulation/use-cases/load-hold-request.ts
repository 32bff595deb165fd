import * as z from 'zod';
import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { dueAtEndOf } from '../../../layers/kernel/calendar/days.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import { formats } from '../../../layers/protocols/marc/formats.ts';
import { editionsOf } from '../../catalogue/public/editions.ts';
import type { UnionIds } from '../../catalogue/public/union-copies.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { PlaceHoldRequest } from '../domain/place-hold.ts';
import { suspensionOf } from '../domain/suspension.ts';
import { itemRefSchema } from '../schemas/items.ts';
import { findItem } from './load-checkout.ts';

/** A part as its copies name it: the beginning of a long enumeration. */
export const partSchema = z.string().trim().min(1).max(60);

/** When a hold is passed over, by days of the pickup branch's calendar, both included. Without `until` it is until resumed. */
export const suspensionSchema = z.strictObject({ from: daySchema.optional(), until: daySchema.optional() });

/** What is wanted and when: one copy, one part, any edition of the work, or (when none is said) any copy of the title. */
export const holdRequestFields = {
  recordId: z.string().min(1).max(64),
  /** Only when one copy and no other is wanted: its barcode or id. */
  item: itemRefSchema.optional(),
  /** Only when one volume or part is wanted, as its copies name it (C31). */
  part: partSchema.optional(),
  /** Any edition of the work, of these formats when some are named (C32). */
  anyEdition: z.strictObject({ formats: z.array(z.enum(formats)).max(20).default([]) }).optional(),
};
type RequestedTitle = z.output<z.ZodObject<typeof holdRequestFields>>;

/** What is wanted, and when it is of use. */
export type HoldRequest = RequestedTitle & Parameters<typeof timesOf>[1];

/** One level at a time: a copy is of one part of one edition. */
export const isOneLevel = ({ item, part, anyEdition }: Pick<RequestedTitle, 'item' | 'part' | 'anyEdition'>): boolean =>
  [item, part, anyEdition].filter((one) => one !== undefined).length <= 1;

/** What a hold is decided on, as read: where it would be placed, all copies there, and the records whose queue it joins. */
export type LoadedHoldRequest = Pick<PlaceHoldRequest, 'recordId' | 'itemId' | 'part' | 'editions' | 'formats'> & {
  items: ItemCirculation[];
  recordIds: string[];
};

const ofRecords = async (
  house: CirculationStores,
  unions: readonly UnionIds[],
  member: string,
  reading: Consistency,
) => {
  const lent = await Promise.all(unions.map((union) => house.unions.copiesLent(union, reading)));
  return { items: lent.flatMap((copies) => copies(member)), recordIds: unions.flatMap(({ recordIds }) => recordIds) };
};

/** Reads what a wish of a member's patron is about: no copy that others hide from that member. Refuses a record that is not there, and a copy that is none. */
export const loadHoldRequest = async (
  house: CirculationStores,
  wish: RequestedTitle,
  member: string,
  reading: Consistency,
): Promise<LoadedHoldRequest | { refused: RefusalOf<'unknown-record' | 'no-holdable-copy'>[] }> => {
  const [union, wanted] = await Promise.all([
    house.unions.find(wish.recordId, reading),
    wish.item === undefined ? undefined : findItem(house, wish.item, reading),
  ]);
  if (!union) return refuse('unknown-record', 'There is no such record.', '/body/recordId');
  if (wanted && 'refused' in wanted) return refuse('no-holdable-copy', 'There is no such copy.', '/body/item');
  const { recordId } = union;
  if (wish.anyEdition) {
    const editions = await editionsOf(house.table, union, wish.anyEdition.formats);
    const unions = await Promise.all(editions.map((id) => house.unions.find(id, reading)));
    const read = await ofRecords(
      house,
      unions.flatMap((one) => one ?? []),
      member,
      reading,
    );
    return { recordId: editions[0] ?? recordId, editions, formats: wish.anyEdition.formats, ...read };
  }
  const read = await ofRecords(house, [union], member, reading);
  return {
    ...{ recordId, ...read },
    ...(wanted && { itemId: wanted.itemId }),
    ...(wish.part !== undefined && { part: wish.part }),
  };
};

/** When a hold is of use and when not, as instants of the pickup branch's calendar. */
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
