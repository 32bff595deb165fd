import { createHash } from 'node:crypto';
import { handler as readBill } from '../../../functions/finance/consumers/read-bill/handler.ts';
import { platformBillStore } from '../../../functions/finance/data/platform-bill-store.ts';
import type { ReconciliationView } from '../../../functions/finance/domain/cloud-bills/view-schema.ts';
import { handler as openBill } from '../../../functions/finance/operations/open-bill/handler.ts';
import { handler as showReconciliation } from '../../../functions/finance/operations/show-reconciliation/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../call.ts';
import { consortiumStaff } from '../people.ts';

type Place = { runtime: Runtime; month: string };
type Sent = Place & { objects: Map<string, Uint8Array>; bytes: Uint8Array };

const preparer = consortiumStaff('finance-preparer');

/** Uploads a bill to a bucket in memory, as the browser would, and triggers its import. Returns its id. */
export const sentBill = async ({ runtime, month, objects, bytes }: Sent): Promise<string> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { fileName: 'bill.csv', bytes: bytes.length, sha256 };
  const opened = await call(openBill.using(runtime), { actor: preparer, path: { month }, body });
  const { billId, upload } = opened.body as { billId: string; upload: { url: string } };
  const key = new URL(upload.url).pathname.slice(1);
  objects.set(key, bytes);
  await readBill.using(runtime)({ detail: { object: { key } } }, { awsRequestId: `arrived-${billId}` });
  return billId;
};

/**
 * Accepts every unexplained difference. Returns their number. It writes to the store, because each request would reconcile the whole
 * month again.
 */
export const explained = async ({ runtime, month, table }: Place & { table: Table }): Promise<number> => {
  const shown = await call(showReconciliation.using(runtime), { actor: preparer, path: { month } });
  const { reconciled } = shown.body as ReconciliationView;
  const open = (reconciled?.exceptions ?? []).filter((one) => one.open);
  const by = { by: 'staff:stf_finance-preparer', at: iso(runtime.clock.now()) };
  const accepted = open.map(({ id: exceptionId, difference }) => ({
    ...{ exceptionId, difference: difference.exact, reason: 'Asked of the supplier', ...by },
  }));
  const audit = { ...by, subject: `platform-month:${month}`, auditId: `aud_${month}`, did: 'exception-accepted' };
  if (open.length > 0)
    expect(await platformBillStore(table).accept(month, accepted, { ...audit, detail: {} })).toBe('accepted');
  return open.length;
};
