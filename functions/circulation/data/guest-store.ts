import * as z from 'zod';
import { below } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { GuestCount } from '../domain/decision.ts';
import { key } from './keys.ts';

const stored = z.object({ guests: z.number() });

/** The write that counts a guest in, below the branch's cap, or out. A race for the last place is lost by one of them. */
export const guestWrite = ({ branchId, group, add, below: cap }: GuestCount): Write => {
  const { v: _counted, ...said } = { ...stamp('floatGuests', 1), branchId, group };
  const update = key('floatGuests', { branchId, group });
  return {
    update,
    add: { guests: add },
    set: said,
    ...(cap !== undefined && { when: below('guests', cap) }),
    sizeOf: { ...update, ...said, guests: 1, v: 1 },
  };
};

/** The guests of floating groups at branches that take only so many. */
export type GuestStore = { count(branchId: string, group: string, reading?: { strong?: boolean }): Promise<number> };

/** The counts kept in the table. */
export const guestStore = (table: Table): GuestStore => ({
  count: async (branchId, group, reading = {}) => {
    const item = await table.get(key('floatGuests', { branchId, group }), reading);
    return item === undefined ? 0 : stored.parse(item).guests;
  },
});
