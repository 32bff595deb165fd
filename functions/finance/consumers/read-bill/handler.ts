import * as z from 'zod';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { policyStore } from '../../../../layers/records/policies/data/policy-store.ts';
import { priceBooksOf } from '../../data/price-books.ts';
import { takeBill } from '../../data/take-bill.ts';
import { billStores } from '../../use-cases/reconciliations.ts';
import { contract } from './contract.ts';

const eventSchema = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });

export const handler = work(
  contract,
  (runtime) => ({ ...billStores(runtime), books: priceBooksOf(runtime, policyStore(openTable(runtime))) }),
  async (event: unknown, { bills, bucket, books, ids }, { now }) => {
    // The bill is everybody's.
    attributeUsage({ caller: 'consortium' });
    const { key } = eventSchema.parse(event).detail.object;
    const [, month = '', billId = ''] = /^bills\/(\d{4}-\d{2})\/([^/]+)\/file$/.exec(key) ?? [];
    const bill = month === '' ? undefined : await bills.get({ month, billId });
    const book = bill && (await books.ofMonth(month));
    if (!bill || !book) return { key, became: undefined };
    const about = { currency: book.currency, at: iso(now), auditId: ids.next('audit', now) };
    return { key, became: await takeBill({ bills, bucket }, bill, about) };
  },
);
