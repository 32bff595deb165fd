import { scheduleCosts } from '../functions/finance/domain/estimate/schedule-costs.ts';
import { bookInForce, priceBooks } from '../functions/finance/domain/pricing/books.ts';
import { costOf, ofCounts, ofDecimal } from '../functions/finance/domain/pricing/cost.ts';
import { idleCostsOfReadings } from '../functions/finance/domain/usage-report/idle-readings.ts';
import { groups } from '../functions/function-groups.ts';
import { readConfig } from '../infra/config.ts';
import { WARM_MINUTES } from '../infra/constructs/keep-warm.ts';
import { daysIn } from '../layers/kernel/calendar/month.ts';
import { decimalText, divideHalfEven, parseExact, sumExact } from '../layers/kernel/money/exact.ts';
import type { DeployedSettings } from '../layers/kernel/usage/deployed-resources.ts';
import { functionDefaults } from '../layers/platform/http/contract.ts';
import { readDeployedSettings } from '../layers/platform/runtime/deployed-resources.ts';
import { ofType, synthesised } from '../test/builders/templates.ts';

type IdleLine = { title: string; quantity: string; amount: string };
type IdleBill = { profile: string; region: string; book: string; currency: string; lines: IdleLine[]; total: string };

const cents = (amount: bigint): string => decimalText(divideHalfEven(amount, 10n ** 10n), 2);

const settingOf = (stacks: ReturnType<typeof synthesised>): string => {
  for (const { Properties } of ofType(stacks, 'AWS::Lambda::Function')) {
    const { Variables } = (Properties?.Environment ?? {}) as { Variables?: Record<string, unknown> };
    if (typeof Variables?.DEPLOYED_RESOURCES === 'string') return Variables.DEPLOYED_RESOURCES;
  }
  throw new Error('No function of the templates knows the idle capacity.');
};

const known = new Map<string, DeployedSettings>();

/** Returns the resources that a deployment of a profile provides with these settings, as the templates pass them to its functions. */
export const deployedIn = (profile: 'small' | 'large'): DeployedSettings => {
  const read = (): DeployedSettings => {
    const stacks = synthesised('aws', { ...readConfig(), profile, alarmEmail: 'on.call@example.org' });
    return readDeployedSettings({ need: () => settingOf(stacks), maybe: () => undefined });
  };
  const deployed = known.get(profile) ?? read();
  known.set(profile, deployed);
  return deployed;
};

/**
 * Returns the cost of a deployment with these settings and no data in a month (YYYY-MM) without use, by the price book,
 * without allowances. It reads the idle resources from the source of the month's report, the setting in the templates, and
 * applies the same rules. Throws without a book.
 */
export const measureIdleCost = (month: string, profile: 'small' | 'large'): IdleBill => {
  const config = readConfig();
  const book = bookInForce(priceBooks, config.region, `${month}-01`);
  if (!book) throw new Error(`There is no price book for ${config.region} in ${month}.`);
  const { logRetentionDays: _, ...resources } = deployedIn(profile);
  const reading = { ...resources, day: `${month}-01`, tableBytes: 0, objectBytes: 0, logBytes: 0 };
  const idle = [
    ...idleCostsOfReadings(month, [reading], `${month}-${daysIn(month)}`),
    ...scheduleCosts(month, resources),
  ];
  const lines = idle
    .filter(({ quantity }) => parseExact(quantity) > 0n)
    .map(({ title, meter, quantity }) => ({ title, quantity, amount: costOf(book, meter, ofDecimal(quantity)) }));
  return {
    ...{ profile, region: config.region, book: book.version, currency: book.currency },
    lines: lines.map((line) => ({ ...line, amount: cents(line.amount) })),
    total: cents(sumExact(lines.map(({ amount }) => amount))),
  };
};

/**
 * Returns what the setting `sip2Gateway` costs in a month by the price book: one container with its load balancer and addresses. Traffic and capacity
 * units of the load balancer are not in it: self-checks cause cents of both.
 */
export const measureSip2Gateway = (month: string): { amount: string; currency: string } => {
  const { region } = readConfig();
  const book = bookInForce(priceBooks, region, `${month}-01`);
  if (!book) throw new Error(`There is no price book for ${region} in ${month}.`);
  const reading = { ...deployedIn('small'), day: `${month}-01`, logBytes: 0, sip2Gateways: 1 };
  const parts = idleCostsOfReadings(month, [reading], `${month}-${daysIn(month)}`).filter(
    ({ id }) => id === 'sip2-gateway',
  );
  const costs = parts.map(({ meter, quantity }) => costOf(book, meter, ofDecimal(quantity)));
  return { amount: cents(sumExact(costs)), currency: book.currency };
};

/** Returns the line that says what the setting `sip2Gateway` costs. */
export const sip2GatewayLine = (month: string): string => {
  const { amount, currency } = measureSip2Gateway(month);
  const is = readConfig().sip2Gateway ? 'on' : 'off';
  return `The setting sip2Gateway (${is}) costs ${amount} ${currency} a month; a gateway that a library runs on site costs nothing here.`;
};

/** The billed milliseconds of a warm-up call and the bytes that it logs: of our line and of the platform's three. */
const WARM_UP = { ms: 2, logBytes: 600 };

/**
 * Returns what the setting `keepWarm` costs in a month by the price book, at most: calls, their time and their logs; and the number of
 * calls.
 */
export const measureKeepWarm = (month: string): { calls: number; amount: string; currency: string } => {
  const { region } = readConfig();
  const book = bookInForce(priceBooks, region, `${month}-01`);
  if (!book) throw new Error(`There is no price book for ${region} in ${month}.`);
  const each = (daysIn(month) * 24 * 60) / WARM_MINUTES;
  // The authorizer stays warm too, with the default memory.
  const memories = [functionDefaults.memoryMb, ...groups.map(({ memoryMb = functionDefaults.memoryMb }) => memoryMb)];
  const calls = each * memories.length;
  const megabyteMs = memories.reduce((sum, memory) => sum + memory * WARM_UP.ms * each, 0);
  const costs = [
    costOf(book, 'lambda-request', ofCounts(calls)),
    costOf(book, 'lambda-gb-second', ofCounts(megabyteMs)),
    costOf(book, 'log-ingest', ofCounts(calls * WARM_UP.logBytes)),
  ];
  return { calls, amount: cents(sumExact(costs)), currency: book.currency };
};

if (import.meta.main) {
  const month = process.argv.find((word) => /^\d{4}-\d{2}$/.test(word)) ?? new Date().toISOString().slice(0, 7);
  const bills = (['small', 'large'] as const).map((profile) => measureIdleCost(month, profile));
  for (const { profile, region, book, currency, lines, total } of bills) {
    console.log(`${profile}, ${region}, ${month}, price book ${book}: ${total} ${currency} with no data and no use`);
    console.table(lines);
  }
  const warm = measureKeepWarm(month);
  console.log(
    `The setting keepWarm (${readConfig().keepWarm ? 'on' : 'off'}) makes ${warm.calls} calls a month: ${warm.amount} ${warm.currency}, and what metering them costs.`,
  );
  console.log(sip2GatewayLine(month));
  if (process.argv.includes('--json')) console.log(JSON.stringify(bills));
}
