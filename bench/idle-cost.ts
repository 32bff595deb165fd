import { readConfig } from '../infra/config.ts';
import { searchSizes } from '../infra/stacks/search-stack.ts';
import { decimalText, divideHalfEven, parseExact, times } from '../layers/domain/money/exact.ts';
import { bookInForce, priceBooks } from '../layers/domain/pricing/books.ts';
import { costOf, ofDecimal } from '../layers/domain/pricing/cost.ts';
import { idleCosts } from '../layers/domain/report/idle-costs.ts';
import { searchMeterOf } from '../layers/domain/report/idle-readings.ts';
import { ofType, synthesised } from '../test/builders/templates.ts';

type IdleLine = { title: string; quantity: string; amount: string };
type IdleBill = { profile: string; region: string; book: string; currency: string; lines: IdleLine[]; total: string };

/** What stands beside what finance reads of the account; list prices as remembered, to be put into the price book. */
const beyondTheBook = { acl: '5', rule: '1', secret: '0.4' };

const cents = (amount: bigint): string => decimalText(divideHalfEven(amount, 10n ** 10n), 2);

/**
 * What a deployment with these settings and no data costs in a month (YYYY-MM) that nobody uses it, by the price book,
 * without allowances. Counts alarms, keys, firewall rules and secrets in the templates themselves. Throws without a book.
 */
export const measureIdleCost = (month: string, profile: 'small' | 'large'): IdleBill => {
  const config = { ...readConfig(), profile };
  const book = bookInForce(priceBooks, config.region, `${month}-01`);
  if (!book) throw new Error(`There is no price book for ${config.region} in ${month}.`);
  const stacks = synthesised('aws', { ...config, alarmEmail: 'on.call@example.org' });
  const { dataNodeInstanceType, dataNodes, volume } = searchSizes[profile];
  const instance = searchMeterOf(dataNodeInstanceType);
  if (!instance) throw new Error(`The price book knows no ${dataNodeInstanceType}.`);
  const deployed = {
    search: { instance, instances: dataNodes, storageGb: String(dataNodes * volume) } as Parameters<
      typeof idleCosts
    >[1]['search'],
    ...{ tableGb: '0', objectsGb: '0', logsGb: '0' },
    alarms: ofType(stacks, 'AWS::CloudWatch::Alarm').length,
    kmsKeys: ofType(stacks, 'AWS::KMS::Key').length,
  };
  const known = idleCosts(month, deployed).map(({ title, meter, quantity }) => ({
    ...{ title, quantity },
    amount: costOf(book, meter, ofDecimal(quantity)),
  }));
  const acls = ofType(stacks, 'AWS::WAFv2::WebACL').map(({ Properties }) =>
    Array.isArray(Properties?.Rules) ? Properties.Rules.length : 0,
  );
  const rules = acls.reduce((sum, count) => sum + count, 0);
  const secrets = ofType(stacks, 'AWS::SecretsManager::Secret').length;
  const beyond = [
    { title: 'Firewall', quantity: String(acls.length), amount: times(parseExact(beyondTheBook.acl), acls.length) },
    { title: 'Firewall, rules', quantity: String(rules), amount: times(parseExact(beyondTheBook.rule), rules) },
    { title: 'Secret of origin', quantity: String(secrets), amount: times(parseExact(beyondTheBook.secret), secrets) },
  ];
  const lines = [...known, ...beyond].filter(({ quantity }) => quantity !== '0');
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    ...{ profile, region: config.region, book: book.version, currency: book.currency },
    lines: lines.map((line) => ({ ...line, amount: cents(line.amount) })),
    total: cents(total),
  };
};

if (import.meta.main) {
  const month = process.argv.find((word) => /^\d{4}-\d{2}$/.test(word)) ?? new Date().toISOString().slice(0, 7);
  const bills = (['small', 'large'] as const).map((profile) => measureIdleCost(month, profile));
  for (const { profile, region, book, currency, lines, total } of bills) {
    console.log(`${profile}, ${region}, ${month}, price book ${book}: ${total} ${currency} with no data and no use`);
    console.table(lines);
  }
  if (process.argv.includes('--json')) console.log(JSON.stringify(bills));
}
