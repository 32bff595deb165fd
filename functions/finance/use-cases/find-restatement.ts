import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { billSnapshot } from '../data/bill-snapshot.ts';
import { type PeriodStore, periodStore } from '../data/period-store.ts';
import { platformBillStore, takenIn } from '../data/platform-bill-store.ts';
import { bookedOf, type KeptRestatement } from '../data/restatement-store.ts';
import { takenFromPack } from '../data/sealed-months.ts';
import { sealedUseStore } from '../data/sealed-use-store.ts';
import { type StatementStore, statementStore } from '../data/statement-store.ts';
import { type Billing, billingKind, billingSchema, defaultBilling } from '../domain/statements/billing-policy.ts';
import { exchangeOf } from '../domain/statements/exchange.ts';
import { type ClosedPlatform, closedPlatform, restate, restatementText } from '../domain/statements/restatement.ts';
import type { Restatement } from '../domain/statements/restatement-schema.ts';
import type { Statement } from '../domain/statements/statement.ts';

/** A restatement as the closed month and its bills give it, with its seal, and who sent the bill that it follows. */
export type FoundRestatement = { restatement: Restatement; seal: string; sentBy: string };

type Code = 'not-closed' | 'no-restatement' | 'no-shares' | 'pack-broken' | 'no-rate';
type Refused = { refused: { code: Code; detail: string }[] };

const refuse = (code: Code, detail: string): Refused => ({ refused: [{ code, detail }] });

/** The billing policy that statements say they were made by. */
const billingNamed = async (table: Table, name: string): Promise<Billing> => {
  const all = await policyStore(table).list(billingKind);
  const adopted = all.find(({ version }) => name === `billing/${version}`);
  return adopted ? billingSchema.parse(adopted.body) : defaultBilling;
};

type Head = Pick<Statement, 'currency' | 'minorDigits' | 'billing'> & { key: string };
type Taken = { head: Head; platform: ClosedPlatform };

const packOf = (stores: { periods: PeriodStore; statements: StatementStore }, month: string) =>
  takenFromPack(stores, month, (statement, { invoice }): Taken => {
    const { currency, minorDigits, billing, basis } = statement;
    return { head: { currency, minorDigits, billing, key: basis.key }, platform: closedPlatform(statement, invoice) };
  });

/** The bill that a closed month's lines are brought to by now, and the latest that was taken in. */
const billsOf = async (table: Table, month: string, applied: string | undefined) => {
  const taken = takenIn((await platformBillStore(table).ofMonth(month)).bills);
  return { before: taken.find(({ billId }) => billId === applied), after: taken.at(-1) };
};

/**
 * Reckons by what a later bill moves a closed month: out of its pack, the use sealed with it, and the kept sums of the bills alone.
 * `kept` is what there is of it already. Refuses `not-closed`, `pack-broken`, `no-restatement` (no later bill, or one that says the
 * same), `no-shares` (closed before they were kept), `no-rate`.
 */
export const findRestatement = async (
  { table, bucket }: { table: Table; bucket: () => Bucket },
  month: string,
  kept: KeptRestatement | undefined,
): Promise<FoundRestatement | Refused> => {
  const stores = { periods: periodStore(table), statements: statementStore(table) };
  const pack = await packOf(stores, month);
  if (pack === undefined) return refuse('not-closed', `${month} is not closed: its statements follow its latest bill.`);
  if (pack === 'broken') return refuse('pack-broken', `The statements of ${month} are not as they were sealed.`);
  const { period, hash: closed, taken } = pack;
  const booked = kept ? bookedOf(kept) : [];
  const { reconciliation } = period;
  const sealedBill = reconciliation && 'billId' in reconciliation ? reconciliation.billId : undefined;
  const { before, after } = await billsOf(table, month, booked.at(-1)?.after ?? sealedBill);
  const none = refuse('no-restatement', `No bill of ${month} came after the one that it was brought to.`);
  if (!after || after.billId === before?.billId) return none;
  const [use, head] = [period.draft?.use, taken[0]?.head];
  if (use === undefined || !head) return refuse('no-shares', `By what ${month} was shared was not kept yet.`);
  const [shares, billing, known, then] = await Promise.all([
    sealedUseStore(bucket).shares({ month, use }),
    billingNamed(table, head.billing),
    billSnapshot(bucket(), after),
    before && billSnapshot(bucket(), before),
  ]);
  const exchange = exchangeOf(billing, known.summary.currency, head.currency);
  if (!exchange) return refuse('no-rate', `There is no rate from ${known.summary.currency} to ${head.currency}.`);
  const restatement = restate({
    ...{ month, number: booked.length + 1, closed, key: head.key, currency: head.currency, shares, billing, exchange },
    ...{ before: then, after: known, statements: taken.map(({ platform }) => platform), minorDigits: head.minorDigits },
    booked: booked.reduce((sum, { amount }) => sum + amount, 0),
  });
  if (!restatement) return none;
  return { restatement, seal: sha256(restatementText(restatement)), sentBy: after.sentBy };
};
