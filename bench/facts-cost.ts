import { toParquet } from '../functions/analytics/data/parquet.ts';
import { inFileOrder } from '../functions/analytics/domain/fact-file.ts';
import type { DecisionFact } from '../functions/circulation/domain/decisions/decision-fact.ts';
import { bookInForce, priceBooks } from '../functions/finance/domain/pricing/books.ts';
import { costOf, ofCounts, ofDecimal } from '../functions/finance/domain/pricing/cost.ts';
import type { Meter } from '../functions/finance/domain/pricing/meters.ts';
import { shortDigest } from '../layers/kernel/text/digest.ts';

/** The further operations that follow one checkout in a year; assumed, and printed with the result. */
const perCheckout = { renewals: 0.3, returns: 1, holds: 0.2, refusals: 0.05 };
/** Hours of a day in which decisions fall into every window of five minutes. */
const BUSY_HOURS = 12;
/** Lambda reads a standard queue with five batches at a time, each with a window of its own: a file each. */
const POLLERS = 5;
const DAYS = 365;
/** Athena's list price of a terabyte read, and the least that a query is billed for (aws.amazon.com/athena/pricing, us-east-1). */
const ATHENA = { usdPerTerabyte: 5, leastBytes: 10_000_000 };
const SAMPLE = 50_000;

/** Returns facts as varied as those of twenty members, from a fixed sequence. */
const sample = (rows: number): DecisionFact[] =>
  Array.from({ length: rows }, (_, i) => {
    let state = i + 1;
    const pick = (of: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % of;
    };
    const [member, owner, day, hour] = [`member${pick(20)}`, `member${pick(20)}`, 1 + pick(28), 8 + pick(12)];
    const localDay = `2026-03-${String(day).padStart(2, '0')}`;
    return {
      ...{ eventId: shortDigest(String(i)), schemaVersion: 1, outcome: 'allowed', codes: '' },
      decision: (['checkout', 'checkout', 'return', 'return', 'renewal', 'hold'] as const)[pick(6)] ?? 'checkout',
      ...{
        utcHour: `${localDay}T${String(hour + 4).padStart(2, '0')}`,
        localDay,
        localHour: hour,
        weekday: 1 + (day % 7),
      },
      ...{ zone: 'America/New_York', owner, itemBranch: `${owner}.b${pick(4)}`, location: `location-${pick(12)}` },
      ...{
        itemCategory: `type-${pick(15)}`,
        branch: `${member}.b${pick(4)}`,
        member,
        patronMember: `member${pick(20)}`,
      },
      ...{
        patronCategory: `category-${pick(8)}`,
        channel: (['desk', 'self-check', 'patron'] as const)[pick(3)] ?? 'desk',
      },
      ...{
        interlibrary: 0,
        equipment: 0,
        ruleId: `rule-${pick(60)}`,
        policyVersion: 3,
        loansBefore: pick(15),
        holdsBefore: pick(6),
      },
      ...{ owedBefore: pick(10) > 7 ? pick(2000) : 0, renewalsBefore: pick(3), daysGranted: 7 * (1 + pick(4)) },
      ...{ itemPrice: pick(10) > 2 ? 500 + 5 * pick(900) : null, residence: pick(10) > 7 ? 'not-in' : null },
      ...{ overdueBefore: pick(10) > 7 ? pick(4) : 0, accruedBefore: pick(10) > 8 ? pick(1000) : 0 },
      groupsBefore: pick(10) > 6 ? JSON.stringify({ [`group-${pick(4)}`]: pick(6) }) : null,
      ...{ daysOnLoan: pick(40), daysLate: pick(10) > 7 ? pick(30) : 0 },
      ...{ monthsSinceUse: pick(4), monthsSinceLoan: pick(5), monthsSinceLoanHere: pick(6) },
    };
  });

const measure = () => {
  const facts = inFileOrder(sample(SAMPLE));
  const began = performance.now();
  const { length } = toParquet(facts);
  return { bytesARow: length / SAMPLE, msARow: (performance.now() - began) / SAMPLE };
};

/** Returns the quantities of a year with so many checkouts, by what causes them. */
const quantities = (checkouts: number, { bytesARow, msARow }: ReturnType<typeof measure>) => {
  const { renewals, returns, holds, refusals } = perCheckout;
  const facts = checkouts * (1 + renewals + returns + holds + refusals);
  const batches = Math.min(facts, DAYS * BUSY_HOURS * 12 * POLLERS);
  const gigabytes = (facts * bytesARow) / 1e9;
  const whole = (count: number) => ofCounts(Math.round(count));
  const rows: [string, Meter, bigint][] = [
    // Sent one by one at worst; received and deleted ten at a time.
    ['messages to the archive', 'sqs-request', whole(facts * 1.2)],
    ['messages of checkouts and renewals to the statistics', 'sqs-request', whole(checkouts * (1 + renewals) * 1.2)],
    ['rows of refusals', 'dynamodb-write', whole(checkouts * refusals)],
    ['rows of renewals in the statistics', 'dynamodb-write', whole(checkouts * renewals)],
    // At worst each third renewal is the patron's first use of a month, in a transaction.
    ['marks of persons at renewals', 'dynamodb-write', whole((checkouts * renewals * 2) / 3)],
    ['calls of the writer', 'lambda-request', whole(batches)],
    ['work of the writer', 'lambda-gb-second', whole(512 * (batches * 150 + facts * msARow))],
    ['work of joining', 'lambda-gb-second', whole(1769 * DAYS * (2000 + (facts / 24) * 3 * msARow))],
    ['files written', 's3-put', whole(batches + DAYS * 4)],
    ['files read to be joined', 's3-get', whole(2 * (batches + DAYS))],
    ['a year’s files kept for a year', 's3-storage', ofDecimal((gigabytes * 12).toFixed(6))],
  ];
  return { facts, batches, gigabytes, rows };
};

const checkouts = Number(process.argv[2] ?? 1_000_000);
const book = bookInForce(priceBooks, 'us-east-1', new Date().toISOString().slice(0, 10));
if (!book || !Number.isInteger(checkouts) || checkouts < 1) throw new Error('npm run cost:facts -- [checkouts a year]');
const measured = measure();
const { facts, batches, gigabytes, rows } = quantities(checkouts, measured);
const priced = rows.map(([what, meter, quantity]) => ({
  what,
  quantity: Number(quantity / 1_000_000n),
  meter,
  [book.currency]: Number(costOf(book, meter, quantity)) / 1e12,
}));
const scanned = Math.max(ATHENA.leastBytes, gigabytes * 1e9);
console.log(
  `The archive of facts for ${checkouts} checkouts in a year, at list prices of ${book.region} (${book.version}).`,
);
console.log(
  `Assumed for each checkout: ${JSON.stringify(perCheckout)}; ${POLLERS} files every five minutes of ${BUSY_HOURS} hours a day.`,
);
console.log(
  `Measured over ${SAMPLE} facts: ${measured.bytesARow.toFixed(1)} bytes a row, ${(measured.msARow * 1000).toFixed(0)} µs to write one.`,
);
console.log(`${Math.round(facts)} facts, ${batches} files before joining, ${(gigabytes * 1000).toFixed(0)} MB.`);
console.table(priced);
const sum = priced.reduce((all, row) => all + Number(row[book.currency]), 0);
console.log(`Together ${sum.toFixed(2)} ${book.currency} a year.`);
console.log(
  `A query over the whole year reads at most ${(scanned / 1e6).toFixed(0)} MB: ${((scanned / 1e12) * ATHENA.usdPerTerabyte).toFixed(5)} USD.`,
);
