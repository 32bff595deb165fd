import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Meter, meters } from '../../functions/finance/domain/pricing/meters.ts';
import { exactText, parseExact } from '../../layers/kernel/money/exact.ts';
import { staffToken } from '../../local/staff-token.ts';
import { demoBill, type MeterSum } from '../bill.ts';
import { consortiumCurrency } from '../members.ts';
import { demoPassword } from './accounts.ts';
import { call } from './load.ts';
import { remindLateMember } from './overdue-invoice.ts';
import type { Running } from './running.ts';
import { sendBankStatement } from './send-bank-statement.ts';
import { staffFor } from './staff-actors.ts';

/** The milliseconds after which an awaited result counts as missing. */
const LONGEST = 180_000;
const MEMBER = 'riverton';
/** The library whose dispute of the month still waits for an answer. */
const ASKING = 'lakeshore';

const isMeter = (name: string): name is Meter => Object.hasOwn(meters, name);
const operations = z.object({
  operations: z.array(
    z.object({
      units: z.array(z.object({ meter: z.string(), quantity: z.string(), amount: z.object({ exact: z.string() }) })),
    }),
  ),
});
const opened = z.object({ billId: z.string(), upload: z.object({ url: z.url() }) });
const bills = z.object({ bills: z.array(z.object({ billId: z.string(), state: z.string() })) });
const reconciliation = z.object({
  reconciled: z.object({
    exceptions: z.array(z.object({ id: z.string(), open: z.boolean(), difference: z.object({ exact: z.string() }) })),
  }),
});
const period = z.object({
  period: z.object({ state: z.string(), draft: z.object({ hash: z.string() }).optional() }),
});

/** A month's use of the platform by meter, summed over all operations. */
const meterSums = (given: unknown): MeterSum[] => {
  const sums = new Map<Meter, { quantity: bigint; amount: bigint }>();
  for (const { units } of operations.parse(given).operations)
    for (const { meter, quantity, amount } of units) {
      if (!isMeter(meter)) continue;
      const before = sums.get(meter) ?? { quantity: 0n, amount: 0n };
      const more = { quantity: parseExact(quantity), amount: parseExact(amount.exact) };
      sums.set(meter, { quantity: before.quantity + more.quantity, amount: before.amount + more.amount });
    }
  return [...sums].map(([meter, { quantity, amount }]) => ({
    ...{ meter, quantity: exactText(quantity), amount: exactText(amount) },
  }));
};

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + LONGEST; Date.now() < end; await sleep(500)) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  throw new Error(`${what} did not come within ${LONGEST / 1000} s.`);
}

/** Calls finance through the deployed API as a member of the demo's staff. */
const callerOf = async (running: Running, role: Parameters<typeof staffFor>[0], place: string) => {
  const token = await staffToken(running.endpoints, staffFor(role, place).email, demoPassword);
  return (method: string, path: string, body?: unknown) => call(running, token, method, `/finance/${path}`, body);
};
type Caller = Awaited<ReturnType<typeof callerOf>>;

/** Uploads the bill of a month and waits until it is imported. Returns its id. */
const sendBill = async (preparer: Caller, month: string): Promise<string> => {
  const sums = meterSums(await preparer('GET', `months/${month}/operations`));
  const fault = { service: 'lambda-gb-second' as const, more: '2.40', currency: consortiumCurrency };
  const csv = demoBill(month, sums, fault);
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const input = { fileName: `cur-${month}.csv`, bytes: csv.length, sha256 };
  const { billId, upload } = opened.parse(await preparer('POST', `months/${month}/bills`, input));
  const sent = await fetch(upload.url, { method: 'PUT', body: csv });
  if (!sent.ok) throw new Error(`The bill could not be sent: ${sent.status} ${await sent.text()}`);
  const state = await until('The bill', async () => {
    const all = bills.parse(await preparer('GET', `months/${month}/bills`));
    return all.bills.find((bill) => bill.billId === billId && bill.state !== 'awaited')?.state;
  });
  if (state !== 'taken') throw new Error(`The bill of ${month} was ${state}.`);
  return billId;
};

const explain = async (preparer: Caller, month: string): Promise<number> => {
  const { reconciled } = reconciliation.parse(await preparer('GET', `months/${month}/reconciliation`));
  const open = reconciled.exceptions.filter((one) => one.open);
  if (open.length > 0)
    await preparer('POST', `months/${month}/exceptions`, {
      exceptions: open.map(({ id: exceptionId, difference }) => ({ exceptionId, difference: difference.exact })),
      reason: 'Retries of a load that failed on the 14th: asked of the supplier, case 4711',
    });
  return open.length;
};

/** Services to single members that are charged once in the month. Amounts in cents. */
const oneOffCharges = [
  { memberId: 'calder', code: 'training', description: 'Training day for two new cataloguers', amount: 24_000 },
  { memberId: 'riverton', code: 'courier', description: 'Additional van for the book sale, one day', amount: 8_500 },
];

const chargeServices = async (preparer: Caller, month: string): Promise<void> => {
  for (const charge of oneOffCharges) {
    const reason = 'As ordered by the library';
    const body = { kind: 'one-off', ...charge, currency: consortiumCurrency, reason };
    await preparer('POST', `periods/${month}/adjustments`, body);
  }
};

/**
 * Closes a month through the deployed API: it is metered, services to single members are charged, its bill is uploaded and reconciled, a
 * difference is explained, another person approves it, and the workflow closes it; then a member disputes a line of its statement and
 * gets an answer, another dispute is upheld and waits for its correction, and one of another member waits for an answer. The bank's
 * statement with payments of both is read, and a third one is reminded of an old invoice.
 */
export async function closeMonth(running: Running, month: string): Promise<void> {
  const [preparer, approver, member, asking] = await Promise.all([
    callerOf(running, 'finance-preparer', 'consortium'),
    callerOf(running, 'finance-approver', 'consortium'),
    callerOf(running, 'member-finance', MEMBER),
    callerOf(running, 'member-finance', ASKING),
  ]);
  await preparer('POST', `periods/${month}/preparations`, { step: 'meter' });
  await chargeServices(preparer, month);
  const billId = await sendBill(preparer, month);
  const explained = await explain(preparer, month);
  await preparer('POST', `periods/${month}/preparations`, { step: 'reconcile', billId });
  const look = async () => period.parse(await approver('GET', `periods/${month}`)).period;
  const { hash } = await until('The statements', async () => (await look()).draft);
  await approver('POST', `periods/${month}/decisions`, { step: 'approve', hash });
  await until('The close', async () => ((await look()).state === 'closed' ? true : undefined));
  const line = `periods/${month}/statements/${MEMBER}/lines/direct-own-search/dispute`;
  await member('POST', line, { text: 'Our eastern branch was closed for a week: are these searches ours?' });
  const text = 'They are: the catalogue was searched from home. Open the line to see the days.';
  await preparer('POST', line, { text, decides: 'rejected' });
  const courier = `periods/${month}/statements/${MEMBER}/lines/one-off-courier/dispute`;
  await member('POST', courier, { text: 'The van drove in the morning only: the price was for one day.' });
  const upheld = { text: 'The driver confirms that. 30.00 is corrected.', decides: 'upheld', amount: 3000 };
  await preparer('POST', courier, upheld);
  const open = `periods/${month}/statements/${ASKING}/lines/direct-own-circulation/dispute`;
  await asking('POST', open, {
    text: 'Our self-checks stood still for two days, yet there are more loans than the month before: why?',
  });
  await sendBankStatement(preparer, [MEMBER, ASKING], new Date().toISOString().slice(0, 10));
  await remindLateMember(preparer);
  running.say(`${month} is closed; differences from its bill that were explained: ${explained}`);
}
