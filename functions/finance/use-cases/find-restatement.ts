import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { billSnapshot } from '../data/bill-snapshot.ts';
import { billingNamed } from '../data/billing-in-force.ts';
import { takenFromPack } from '../data/sealed-months.ts';
import type { RestatementDeps } from '../deps.ts';
import { takenIn } from '../domain/cloud-bills/stored-bill.ts';
import { exchangeOf } from '../domain/statements/exchange.ts';
import { type ClosedPlatform, closedPlatform, restate, restatementText } from '../domain/statements/restatement.ts';
import {
  bookedRestatements,
  type Restatement,
  type StoredRestatement,
} from '../domain/statements/restatement-schema.ts';
import type { Statement } from '../domain/statements/statement.ts';

/** A restatement calculated from the closed month and its bills, with its seal, and the sender of the bill. */
export type FoundRestatement = { restatement: Restatement; seal: string; sentBy: string };

type Code = 'not-closed' | 'no-restatement' | 'no-shares' | 'pack-broken' | 'no-rate';
type Refused = { refused: { code: Code; detail: string }[] };

const refuse = (code: Code, detail: string): Refused => ({ refused: [{ code, detail }] });

type Head = Pick<Statement, 'currency' | 'minorDigits' | 'billing'> & { key: string };
type Taken = { head: Head; platform: ClosedPlatform };

const packOf = (deps: RestatementDeps, month: string) =>
  takenFromPack(deps, month, (statement, { invoice }): Taken => {
    const { currency, minorDigits, billing, basis } = statement;
    return { head: { currency, minorDigits, billing, key: basis.key }, platform: closedPlatform(statement, invoice) };
  });

/** Returns the bill that a closed month's lines are calibrated to, and the latest imported one. */
const billsOf = async ({ bills }: RestatementDeps, month: string, applied: string | undefined) => {
  const taken = takenIn((await bills.ofMonth(month)).bills);
  return { before: taken.find(({ billId }) => billId === applied), after: taken.at(-1) };
};

/**
 * Calculates how a later bill changes a closed month, only from its pack, the usage sealed with it, and the stored sums of the bills.
 * `stored` is the existing restatement. Refuses `not-closed`, `pack-broken`, `no-restatement` (no later bill, or one with the same
 * figures), `no-shares` (closed before shares were stored), `no-rate`.
 */
export const findRestatement = async (
  deps: RestatementDeps,
  month: string,
  stored: StoredRestatement | undefined,
): Promise<FoundRestatement | Refused> => {
  const { bucket } = deps;
  const pack = await packOf(deps, month);
  if (pack === undefined) return refuse('not-closed', `${month} is not closed: its statements follow its latest bill.`);
  if (pack === 'broken') return refuse('pack-broken', `The statements of ${month} are not as they were sealed.`);
  const { period, hash: closed, taken } = pack;
  const booked = stored ? bookedRestatements(stored) : [];
  const { reconciliation } = period;
  const sealedBill = reconciliation && 'billId' in reconciliation ? reconciliation.billId : undefined;
  const { before, after } = await billsOf(deps, month, booked.at(-1)?.after ?? sealedBill);
  const none = refuse('no-restatement', `No bill of ${month} came after the one that it was brought to.`);
  if (!after || after.billId === before?.billId) return none;
  const [use, head] = [period.draft?.use, taken[0]?.head];
  if (use === undefined || !head)
    return refuse('no-shares', `The shares of ${month} were not stored yet when it was closed.`);
  const [shares, billing, known, then] = await Promise.all([
    deps.use.shares({ month, use }),
    billingNamed(deps.policies, head.billing),
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
