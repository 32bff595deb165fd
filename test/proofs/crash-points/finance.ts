import { billFileKey, platformBillStore } from '../../../functions/finance/data/platform-bill-store.ts';
import { closingDeps } from '../../../functions/finance/deps.ts';
import { aSum } from '../../../functions/finance/domain/usage-report/synthetic-month.ts';
import { handler as approveRestatement } from '../../../functions/finance/operations/approve-restatement/handler.ts';
import { handler as prepareRestatement } from '../../../functions/finance/operations/prepare-restatement/handler.ts';
import { handler as showRestatement } from '../../../functions/finance/operations/show-restatement/handler.ts';
import { takeInBill } from '../../../functions/finance/use-cases/take-in-bill.ts';
import { memberStore } from '../../../functions/membership/data/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { makeBill } from '../../builders/bill/make-bill.ts';
import { rawMonth } from '../../builders/bill/synthetic-bill.ts';
import { billCsv } from '../../builders/bill/write-bill.ts';
import { at } from '../../builders/lending.ts';
import { closeMonth, reconciledMonth } from '../../builders/month/close-month.ts';
import { resources } from '../../builders/month/deployed-resources.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { emptyBucket } from './bucket.ts';
import { withFault } from './faults.ts';
import type { Scenarios } from './scenario.ts';
import { asked, MADE } from './world.ts';

const month = '2026-02';
const libraries = ['ash', 'cedar'] as const;
const preparer: Actor = { ...consortiumStaff('finance-preparer'), id: 'stf_preparer' } as Actor;
const approver: Actor = { ...consortiumStaff('finance-approver'), id: 'stf_approver' } as Actor;

const sums = libraries.map((member) =>
  aSum({ day: `${month}-05`, member, operation: 'circulation-check-out', service: 'circulation' }, 1000, 6, 2),
);

/** A bill of the month that arrived after its close. */
const takeLaterBill = async (table: Table): Promise<void> => {
  const [bills, bucket] = [platformBillStore(table), openBucket(at(MADE))];
  const bytes = Buffer.from(billCsv(makeBill(rawMonth(month, sums), []), { format: 'cur-2.0', month }));
  const bill = {
    ...{ billId: 'pbl_1', month, fileName: 'bill.csv', bytes: bytes.length, sha256: sha256(bytes.toString()) },
    ...{ sentBy: 'staff:stf_sender', openedAt: MADE },
  };
  await bucket.put(billFileKey(bill), bytes);
  const audit = { subject: 'platform-bill:pbl_1', at: MADE, by: bill.sentBy, did: 'open-bill', detail: {} };
  await bills.announce(bill, { ...audit, auditId: 'aud_1' });
  const about = { currency: 'USD', at: MADE, auditId: 'aud_2' };
  const became = await takeInBill({ bills, bucket }, { ...bill, state: 'awaited' }, about);
  if (became !== 'taken') throw new Error(`The bill is ${became}.`);
};

/** A month of two libraries that was closed without a bill, and the later bill. Returns the seal of its changes. */
const aRestatedMonth = async (table: Table): Promise<string> => {
  emptyBucket();
  process.env.DEPLOYED_RESOURCES = JSON.stringify(resources);
  const now = Date.parse(MADE);
  const made = await withFault(undefined, async () => {
    for (const memberId of libraries) {
      const kind = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
      await memberStore(table).create({ memberId, name: memberId, ...kind }, '2026-01-01T00:00:00.000Z');
    }
    const deps = closingDeps(at(MADE));
    await reconciledMonth(deps, { month, sums, now });
    await closeMonth(deps, month, now);
    await takeLaterBill(table);
    const { seal } = await asked(showRestatement, { actor: preparer, path: { month } });
    return String(seal);
  });
  if (made.result === undefined) throw new Error('There is no month to restate.');
  return made.result;
};

const prepared = async (table: Table): Promise<string> => {
  const seal = await aRestatedMonth(table);
  const prepare = () => asked(prepareRestatement, { actor: preparer, path: { month }, body: { seal } });
  const { result } = await withFault(undefined, prepare);
  if (result === undefined) throw new Error('The restatement was not prepared.');
  return seal;
};

/** Steps of the consortium’s finance that write the table and the bucket. */
export const financeScenarios: Record<string, Scenarios> = {
  'finance-prepare-restatement': [
    {
      what: 'of a month whose bill came after its close',
      handler: prepareRestatement,
      prepare: async (table) => ({
        ...{ actor: preparer, path: { month } },
        body: { seal: await aRestatedMonth(table) },
      }),
    },
  ],
  'finance-approve-restatement': [
    {
      what: 'into the open month',
      handler: approveRestatement,
      prepare: async (table) => ({
        ...{ actor: approver, path: { month } },
        body: { seal: await prepared(table), into: '2026-03' },
      }),
    },
  ],
};
