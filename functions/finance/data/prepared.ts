import { and, type Condition, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { whileUnwritten } from './period-store.ts';

/** Returns the condition that it is still prepared with this seal: for the write that approves it, which increases `v` by one. */
export const whilePrepared = ({ v, seal }: { v: number; seal: string }): Condition =>
  and(unchanged(v - 1), equals('state', 'prepared'), equals('seal', seal));

/** The result of booking: done, the month is not open any more, or the basis has changed. */
export type Booking = 'booked' | 'not-open' | 'changed';

/** Books an approved amount into the statements of a month that is open or metered, in one transaction with `writes`. */
export const bookInto = async (table: Table, month: string, writes: readonly Write[]): Promise<Booking> => {
  const lost = await table.write([whileUnwritten(month), ...writes]);
  if (!lost) return 'booked';
  return lost.conflict.some(({ index }) => index === 0) ? 'not-open' : 'changed';
};
