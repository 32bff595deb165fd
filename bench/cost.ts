import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { type Estimate, type EstimateInput, estimate } from '../functions/finance/domain/estimate/estimate.ts';
import { holdsIndex } from '../functions/finance/domain/estimate/search-size.ts';
import { estimateView } from '../functions/finance/domain/estimate/view.ts';
import type { CloudView } from '../functions/finance/domain/estimate/view-schema.ts';
import { completeWorkload, type WorkloadField, workloadSchema } from '../functions/finance/domain/estimate/workload.ts';
import { bookWithChanges } from '../functions/finance/domain/pricing/book-in-force.ts';
import { bookInForce, priceBooks } from '../functions/finance/domain/pricing/books.ts';
import { type AllowanceName, allowanceNames, allowancesNamed } from '../functions/finance/domain/pricing/cost.ts';
import type { PriceBook } from '../functions/finance/domain/pricing/price-book.ts';
import { policySchema } from '../functions/governance/domain/policy-kinds.ts';
import { readConfig } from '../infra/config.ts';
import { daysIn, monthSchema } from '../layers/kernel/calendar/month.ts';
import type { PolicyDocument } from '../layers/records/policies/domain/document.ts';
import { deployedIn, sip2GatewayLine } from './idle-cost.ts';

const profiles = ['small', 'large'] as const;
type Workload = (typeof profiles)[number];

/** The options that set quantities, as they are typed, with their meaning. */
const workloadOptions: Record<string, { name: WorkloadField; says: string }> = {
  members: { name: 'members', says: 'member libraries' },
  checkouts: { name: 'checkoutsAYear', says: 'loans a YEAR' },
  records: { name: 'records', says: 'bibliographic records, as members bring them' },
  items: { name: 'items', says: 'copies' },
  patrons: { name: 'patrons', says: 'registered patrons' },
  'searches-per-checkout': { name: 'searchesPerCheckout', says: 'searches for each loan, the public’s included' },
  'loan-requests': { name: 'loanRequestsAYear', says: 'requests between libraries a YEAR' },
  'emails-per-checkout': { name: 'emailsPerCheckout', says: 'e-mails to patrons for each loan' },
  'texts-per-checkout': { name: 'textsPerCheckout', says: 'text messages of one segment for each loan' },
  'files-gb': { name: 'filesGb', says: 'gigabytes of files kept' },
  'months-in-service': { name: 'monthsInService', says: 'months of use whose requests are kept' },
};

const otherOptions: Record<string, string> = {
  profile: 'small or large; else the smaller whose search domain has room for the records',
  region: `${priceBooks.map(({ region }) => region).join(' or ')}; else the settings’`,
  month: 'YYYY-MM, whose prices and days hold; else this month',
  prices: 'a file with adopted price changes, as GET /v1/governance/policies?kind=price-book answers; else none',
  allowances: 'free allowances that the account has: none, always, or first-12-months (both); else none: list prices',
};

const help = (): string =>
  [
    'npm run cost -- [options]      what a month costs before anything is deployed; needs no AWS',
    '',
    ...Object.entries(workloadOptions).map(([option, { says }]) => `  --${option.padEnd(22)} ${says}`),
    ...Object.entries(otherOptions).map(([option, says]) => `  --${option.padEnd(22)} ${says}`),
    `  --${'json'.padEnd(22)} the same as JSON`,
    `  --${'help'.padEnd(22)} this`,
  ].join('\n');

/** A parsed option value, or the error message. */
type Read<T> = { value: T } | { wrong: string };

const numbersOf = (typed: Record<string, unknown>): Read<Partial<Record<WorkloadField, number>>> => {
  const stated: Partial<Record<WorkloadField, number>> = {};
  for (const [option, { name }] of Object.entries(workloadOptions)) {
    const text = typed[option];
    if (typeof text !== 'string') continue;
    const parsed = workloadSchema.shape[name].safeParse(/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN);
    if (!parsed.success) return { wrong: `--${option} ${text}: ${parsed.error.issues[0]?.message ?? 'not a number'}` };
    stated[name] = parsed.data;
  }
  return { value: stated };
};

const isAllowance = (text: unknown): text is AllowanceName => allowanceNames.some((name) => name === text);

/** Returns the first profile whose index holds the records; large if none does. */
const profileFor = (records: number): Workload =>
  profiles.find((profile) => holdsIndex(records, deployedIn(profile).search)) ?? 'large';

const isProfile = (text: unknown): text is Workload => profiles.some((profile) => profile === text);

const changesSchema = z.object({ policies: z.array(policySchema) });

const changesIn = (file: string): Read<PolicyDocument[]> => {
  try {
    return { value: changesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).policies };
  } catch (thrown) {
    return { wrong: `--prices ${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
};

/** Returns the book for a region's month, as in a deployment: the shipped one with the changes over it. */
const bookOf = (typed: Record<string, unknown>, month: string): Read<PriceBook> => {
  const region = typeof typed.region === 'string' ? typed.region : readConfig().region;
  const day = `${month}-${daysIn(month)}`;
  const shipped = bookInForce(priceBooks, region, day);
  if (!shipped) return { wrong: `There is no price book for ${region} in ${month}. ${otherOptions.region}` };
  const changes = typeof typed.prices === 'string' ? changesIn(typed.prices) : { value: [] };
  return 'wrong' in changes ? changes : { value: bookWithChanges(shipped, changes.value, `${day}T23:59:59.999Z`).book };
};

type Asked = { profile: Workload; input: EstimateInput; stated: Partial<Record<WorkloadField, number>> };

const askedBy = (typed: Record<string, unknown>, now: Date): Read<Asked> => {
  const numbers = numbersOf(typed);
  if ('wrong' in numbers) return numbers;
  const { workload } = completeWorkload(numbers.value);
  const month = typeof typed.month === 'string' ? typed.month : now.toISOString().slice(0, 7);
  if (!monthSchema.safeParse(month).success) return { wrong: `--month ${month}: a month is written YYYY-MM` };
  const book = bookOf(typed, month);
  if ('wrong' in book) return book;
  const allowances = typed.allowances ?? 'none';
  if (!isAllowance(allowances)) return { wrong: `--allowances ${String(allowances)}: ${allowanceNames.join(', ')}` };
  const profile = typed.profile ?? profileFor(workload.records);
  if (!isProfile(profile)) return { wrong: `--profile ${String(profile)}: small or large` };
  const { logRetentionDays, ...resources } = deployedIn(profile);
  const input = {
    workload,
    month,
    resources,
    logRetentionDays,
    book: book.value,
    allowances: allowancesNamed(allowances),
  };
  return { value: { profile, input, stated: numbers.value } };
};

/** Parses the arguments after the command's name. Returns the question, 'help', or the error message. */
export const readCommand = (words: readonly string[], now: Date): Read<Asked & { json: boolean }> | 'help' => {
  const options = Object.fromEntries([
    ...[...Object.keys(workloadOptions), ...Object.keys(otherOptions)].map((name) => [
      name,
      { type: 'string' as const },
    ]),
    ...['json', 'help'].map((name) => [name, { type: 'boolean' as const }]),
  ]);
  let typed: Record<string, unknown>;
  try {
    typed = parseArgs({ args: [...words], options, strict: true }).values;
  } catch (thrown) {
    return { wrong: thrown instanceof Error ? thrown.message : String(thrown) };
  }
  if (typed.help === true) return 'help';
  const asked = askedBy(typed, now);
  return 'wrong' in asked ? asked : { value: { ...asked.value, json: typed.json === true } };
};

/** Returns the requested estimate, as the API does. Throws where the report would be refused. */
export const costOfCommand = ({ input, stated }: Pick<Asked, 'input' | 'stated'>): CloudView => {
  const made: Estimate | { refused: unknown } = estimate(input);
  if ('refused' in made) throw new Error(JSON.stringify(made.refused));
  return estimateView(input, completeWorkload(stated), made);
};

const cents = (text: string): string => Number(text).toFixed(2);

const print = (view: CloudView, profile: Workload): void => {
  const { workload, assumed, metering, search, priceBook, currency } = view;
  console.log(`A month (${view.month}) in ${priceBook.region}, profile ${profile}, price book ${priceBook.version}:`);
  console.log(`${cents(view.total.exact)} ${currency}, of which ${cents(view.variable.exact)} turn with use.\n`);
  const sources = new Map(assumed.map(({ name, source }) => [name, source]));
  console.table(
    Object.values(workloadOptions).map(({ name, says }) => ({
      says,
      is: workload[name],
      from: sources.get(name) ?? 'stated',
    })),
  );
  console.log('By service');
  console.table(view.services.map(({ service, events, amount }) => ({ service, events, [currency]: amount.shown })));
  console.log('By operation: a month, and each time');
  console.table(
    view.operations.map(({ operation, events, amount, perEvent }) => {
      return { operation, events, [currency]: amount.shown, each: perEvent?.exact.slice(0, 11) };
    }),
  );
  console.log('What stands, used or not');
  console.table(
    view.idle.map(({ title, quantity, unit, amount }) => ({ title, quantity, unit, [currency]: amount.shown })),
  );
  console.log('What grows with what: 10 % more of this adds to that');
  console.table(view.growth.map(({ name, service, adds }) => ({ '10 % more': name, service, adds: adds.shown })));
  const { percentOfTotal, percentOfVariable, work, logged, stored, requestsABatch } = metering;
  console.log(
    `Metering itself: ${percentOfTotal} % of the whole, ${percentOfVariable} % of what turns with use: work ${work.shown}, ` +
      `usage lines in the log ${logged.shown}, evidence kept ${stored.shown} ${currency}; ${requestsABatch} requests a log batch.`,
  );
  const capacity = search.holdsIndex ? 'has room' : 'HAS NO ROOM';
  console.log(
    `Search: ${search.instances} ${search.instanceType} with ${search.storageGb} GB each; the index needs about ` +
      `${search.neededGb} GB on each: it ${capacity}.`,
  );
  console.log(sip2GatewayLine(view.month));
};

if (import.meta.main) {
  const command = readCommand(process.argv.slice(2), new Date());
  if (command === 'help') console.log(help());
  else if ('wrong' in command) {
    console.error(`${command.wrong}\n\n${help()}`);
    process.exitCode = 1;
  } else {
    const view = costOfCommand(command.value);
    if (command.value.json) console.log(JSON.stringify({ profile: command.value.profile, ...view }));
    else print(view, command.value.profile);
  }
}
