import * as z from 'zod';
import type { ItemCirculation } from '../domain/item-circulation.ts';

/** Stands for a branch that is the item's own. */
const SAME = '=';

type Reserve = { branchId: string; category: string; location: string; awaited: boolean };

const unpack = (line: string): Reserve => {
  const [flag, branchId = SAME, category = '', location = ''] = line.split('\n');
  return { branchId, category, location, awaited: flag === 'a' };
};

/** What an item's record holds of a reserve: its place in one line, beside the item's own, which a load may change meanwhile. */
export const storedReserve = z.string().transform(unpack);

/** An item as read, under its reserve: place and category are the reserve's, its own are kept beside. */
export const withReserve = ({
  reserve,
  ...item
}: Omit<ItemCirculation, 'reserve'> & { reserve?: Reserve }): ItemCirculation => {
  if (reserve === undefined) return item;
  const { branchId, category, location, awaited } = reserve;
  return {
    ...item,
    ...{ branchId: branchId === SAME ? item.branchId : branchId, location, category },
    reserve: {
      own: { branchId: item.branchId, location: item.location, category: item.category },
      ...(awaited && { awaited: true as const }),
    },
  };
};

/** The parts of an item's record that a reserve changes, as they are stored; nothing of an item that is on none. */
export const packReserve = ({ reserve, branchId, location, category }: ItemCirculation): Record<string, unknown> => {
  if (reserve === undefined) return {};
  const { own, awaited } = reserve;
  const place = branchId === own.branchId ? SAME : branchId;
  return { ...own, reserve: [awaited ? 'a' : '-', place, category, location].join('\n') };
};
