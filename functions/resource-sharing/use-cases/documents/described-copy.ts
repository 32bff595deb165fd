import * as z from 'zod';
import { withoutUndefined } from '../../../../layers/kernel/collections/without-undefined.ts';
import { plainValue } from '../../../../layers/kernel/text/plain-value.ts';
import type { Table } from '../../../../layers/platform/dynamodb/table.ts';
import { keys as catalogueKeys } from '../../../catalogue/public/keys.ts';
import type { Titles } from '../../../catalogue/public/titles.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { LoanRequest } from '../../domain/requests/request.ts';
import type { Shelved } from '../../domain/slips/shelf-order.ts';
import { type Described, partLine } from '../../domain/slips/slip.ts';

const stored = z.object({
  location: z.string().default(''),
  callNumber: z.string().default(''),
  volume: z.string().default(''),
});

type Wanted = Pick<LoanRequest, 'recordId' | 'citation' | 'service'>;

const plain = (text: string | undefined): string | undefined => {
  const value = plainValue(text ?? '');
  return value === '' ? undefined : value;
};

/** Describes the requested item and the location of its copy, as far as either is known. */
export const describedCopy = async (
  { table, titles }: { table: Table; titles: Titles },
  { recordId, citation, service }: Wanted,
  item: ItemCirculation | undefined,
  someTitle: string,
  now: number,
): Promise<Described & Shelved> => {
  const [row, title] = await Promise.all([
    item && table.get(catalogueKeys.key('itemDescription', item)),
    titles.ofRecord(item?.recordId ?? recordId, now),
  ]);
  const description = stored.parse(row ?? {});
  return {
    title: plain(title) ?? plain(citation?.title) ?? someTitle,
    ...withoutUndefined({
      author: plain(citation?.author),
      volume: plain(description.volume),
      barcode: plain(item?.barcode),
      location: plain(item?.location ?? description.location),
      callNumber: plain(description.callNumber),
      part: service === 'loan' || citation === undefined ? undefined : plain(partLine(citation)),
    }),
  };
};
