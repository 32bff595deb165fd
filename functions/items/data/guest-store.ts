import * as z from 'zod';
import { below } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { GuestCount } from '../domain/guest.ts';
import { key } from './keys.ts';

const stored = z.object({ guests: z.number() });

/** Returns the write that counts a guest in, below the branch's cap, or out. Of two concurrent writes for the last place one fails. */
export const guestWrite = ({ branchId, group, add, below: cap }: GuestCount): Write => {
  const { v: _counted, ...values } = { ...stamp('floatGuests', 1), branchId, group };
  const update = key('floatGuests', { branchId, group });
  return {
    update,
    add: { guests: add },
    set: values,
    ...(cap !== undefined && { when: below('guests', cap) }),
    sizeOf: { ...update, ...values, guests: 1, v: 1 },
  };
};

/** Counts the guests of floating groups at branches that limit them. */
export type GuestStore = { count(branchId: string, group: string, reading?: { strong?: boolean }): Promise<number> };

/** Returns the store of counts in the table. */
export const guestStore = (table: Table): GuestStore => ({
  count: async (branchId, group, reading = {}) => {
    const item = await table.get(key('floatGuests', { branchId, group }), reading);
    return item === undefined ? 0 : stored.parse(item).guests;
  },
});
