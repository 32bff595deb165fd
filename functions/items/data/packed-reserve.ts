import * as z from 'zod';
import type { ItemCirculation } from '../domain/item-circulation.ts';

/** Represents the item's own branch. */
const SAME = '=';

type Reserve = { branchId: string; category: string; location: string; awaited: boolean };

const unpack = (line: string): Reserve => {
  const [flag, branchId = SAME, category = '', location = ''] = line.split('\n');
  return { branchId, category, location, awaited: flag === 'a' };
};

/** Decodes the reserve in an item's record: its place in one line, beside the item's own, which a load may change meanwhile. */
export const storedReserve = z.string().transform(unpack);

/** Returns an item as read, with its reserve applied: place and category are those of the reserve, and its own are stored beside them. */
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

/** Returns the parts of an item's record that a reserve changes, as stored; empty for an item without a reserve. */
export const packReserve = ({ reserve, branchId, location, category }: ItemCirculation): Record<string, unknown> => {
  if (reserve === undefined) return {};
  const { own, awaited } = reserve;
  const place = branchId === own.branchId ? SAME : branchId;
  return { ...own, reserve: [awaited ? 'a' : '-', place, category, location].join('\n') };
};
