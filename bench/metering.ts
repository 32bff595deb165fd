import { members } from '../demo/members.ts';
import { demoSeed } from '../demo/past.ts';
import { meteredPast } from '../demo/past-whole.ts';
import { handler } from '../functions/finance/consumers/meter-usage/handler.ts';
import { usageStore } from '../functions/finance/data/usage-store.ts';
import { combine } from '../functions/finance/domain/metering/aggregate.ts';
import { bookInForce, priceBooks } from '../functions/finance/domain/pricing/books.ts';
import { costOf, type Quantity } from '../functions/finance/domain/pricing/cost.ts';
import type { Meter } from '../functions/finance/domain/pricing/meters.ts';
import type { PriceBook } from '../functions/finance/domain/pricing/price-book.ts';
import { meterUse } from '../functions/finance/domain/usage-report/meter-use.ts';
import { memberStore } from '../functions/membership/data/member-store.ts';
import { decimalText, divideHalfEven, type Exact, parseExact, sumExact } from '../layers/kernel/money/exact.ts';
import { shortLine } from '../layers/kernel/usage/short-line.ts';
import { countsBy, noUnits, plus, type Units } from '../layers/kernel/usage/units.ts';
import { usageLineSchema } from '../layers/kernel/usage/usage-line.ts';
import { openTable } from '../layers/platform/dynamodb/table.ts';
import { systemRuntime } from '../layers/platform/runtime/runtime.ts';
import { aTable } from '../test/builders/dynamodb-local.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../test/builders/log-lines.ts';
import { measureIdleCost } from './idle-cost.ts';
import { withDynamoDb } from './with-dynamodb.ts';

/** A row: units and money (currency of the book) of one log batch of the given number of requests, and per thousand requests. */
type MeteringRow = {
  requestsABatch: number;
  writeUnits: number;
  readUnits: number;
  perThousandRequests: string;
  percentOfBill: number;
};
/** `lines` are those that metering has every request log: the log's price of them, in percent of the bill, is additional. */
type MeteringBench = {
  reference: { month: string; requests: number; bill: string };
  linesPercentOfBill: number;
  rows: MeteringRow[];
};

const MONTH = '2026-10';
const SIZES = [1, 5, 25, 100];
const BATCHES = 30;

/** Returns the usage of the given number of batches, as metering reports it: each follows after that many requests. */
const batchesOf = async (size: number, requestsASecond: number) => {
  await aTable();
  let clock = Date.parse('2026-11-24T10:00:00.000Z');
  const runtime = { ...systemRuntime(), clock: { now: () => clock } };
  const table = openTable(runtime);
  for (const member of members) await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
  const store = usageStore(table);
  // One container: what it does not report at once is in a later batch.
  const worker = handler.using(runtime);
  let serial = 0;
  const run = async (batches: number): Promise<void> => {
    for (let at = 0; at < batches; at += 1) {
      serial += 1;
      clock += (size / requestsASecond) * 1000;
      const ids = Array.from({ length: size }, (_, one) => `s${size}b${serial}r${one}`);
      const messages = ids.flatMap((id, one) => {
        const home = members[one % members.length]?.memberId ?? 'riverton';
        return [aUsageLine(id, { evidence: { caller: 'patron', home } }), aReportLine(id)];
      });
      await worker(aLogsEvent({ messages, stream: `s${size}-${serial}` }), { awsRequestId: `m${serial}` });
    }
  };
  const measure = async () => {
    clock += 60_000;
    await run(1);
    const ids = members.map(({ memberId }) => memberId);
    const itself = (await store.ofMonth('2026-11', ids)).find(({ operation }) => operation === 'finance-meter-usage');
    if (!itself) throw new Error('Metering told nothing of itself.');
    return itself.counts;
  };
  await run(3);
  const before = await measure();
  await run(BATCHES - 1);
  return plus(await measure(), before, -1);
};

const costOfUse = (book: PriceBook, use: ReadonlyMap<Meter, Quantity>): Exact =>
  sumExact([...use].map(([meter, quantity]) => costOf(book, meter, quantity)));

/** Returns the bill of the demo's last whole month of six members at list prices, with its idle resources: the reference profile. */
const referenceBill = (book: PriceBook) => {
  const sums = meteredPast({ before: '2026-11', months: 1, seed: demoSeed });
  const whole = combine(
    sums.map((sum) => ({ ...sum, day: MONTH, member: 'all', operation: 'all', service: 'search' })),
  );
  const requests = sums.reduce((sum, { events }) => sum + events, 0);
  const use = sumExact(whole.map(({ counts }) => costOfUse(book, meterUse(counts))));
  return { requests, bill: use + parseExact(measureIdleCost(MONTH, 'small').total) };
};

/** Returns hundredths of a percent of the bill that includes the part as well. */
const percent = (part: Exact, bill: Exact): number => Number(divideHalfEven(part * 10_000n, bill + part)) / 100;

const lineBytes = (): Units => ({
  ...noUnits(),
  logBytes: Buffer.byteLength(JSON.stringify(shortLine(usageLineSchema.parse(aUsageLine('0123456789abcdef'))))) + 26,
});

/** Measures metering's own use on DynamoDB Local; the time depends on this machine. It asserts only that the use is reported. */
export const measureMetering = (): Promise<MeteringBench> =>
  withDynamoDb(async () => {
    const book = bookInForce(priceBooks, 'us-east-1', `${MONTH}-01`);
    if (!book) throw new Error('There is no price book.');
    const { requests, bill } = referenceBill(book);
    const rows: MeteringRow[] = [];
    for (const requestsABatch of SIZES) {
      const counts = await batchesOf(requestsABatch, requests / (31 * 24 * 3600));
      const perBatch = divideHalfEven(costOfUse(book, meterUse(counts)), BigInt(BATCHES));
      const month = divideHalfEven(perBatch * BigInt(requests), BigInt(requestsABatch));
      rows.push({
        requestsABatch,
        writeUnits: counts.writeUnits / BATCHES,
        readUnits: counts.readUnits / BATCHES,
        perThousandRequests: decimalText(divideHalfEven(month * 1000n, BigInt(requests) * 1_000_000n), 6),
        percentOfBill: percent(month, bill),
      });
    }
    const line = costOfUse(book, meterUse({ ...countsBy(() => 0), ...lineBytes() })) * BigInt(requests);
    return {
      reference: { month: MONTH, requests, bill: decimalText(divideHalfEven(bill, 10n ** 10n), 2) },
      linesPercentOfBill: percent(line, bill),
      rows,
    };
  });

if (import.meta.main) {
  const print = console.log;
  console.log = () => {};
  const measured = await measureMetering();
  console.log = print;
  const { reference, linesPercentOfBill, rows } = measured;
  console.log(`${reference.month}: ${reference.requests} requests, ${reference.bill} USD without metering`);
  console.table(rows);
  console.log(`The lines that metering reads are another ${linesPercentOfBill} % (aim: 3 % in all).`);
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured));
}
