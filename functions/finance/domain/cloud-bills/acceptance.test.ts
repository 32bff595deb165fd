import fc from 'fast-check';
import { parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { makeBill } from '../../../../test/builders/bill/make-bill.ts';
import { input, month, read, reconciled, report, used } from '../../../../test/builders/bill/planted-bill.ts';
import { billCsv } from '../../../../test/builders/bill/write-bill.ts';
import { judged } from './acceptance.ts';
import { effectOnMembers } from './effect-on-members.ts';
import { type ExplanationRules, recurringExplanationSchema, thresholdsSchema } from './explanation-rules.ts';
import { readBill } from './read-bill.ts';
import type { BillException, ExceptionKind, Reconciliation } from './reconciliation.ts';
import { exceptionKinds, statedKinds } from './reconciliation.ts';
import { summing } from './summary.ts';

const rules = (over: Partial<ExplanationRules> = {}): ExplanationRules => ({
  ...{ explain: thresholdsSchema.parse({}), recurring: [] },
  ...over,
});
const of = (exceptions: BillException[]): Reconciliation => ({
  ...{ month, billId: 'bill-1', currency: 'USD', metered: 0n, billed: 0n, rows: [], billedOnly: [] },
  exceptions,
});
const difference = (kind: ExceptionKind, amount: string, service = 'Lambda'): BillException => ({
  ...{ id: `${kind}:${service}`, kind, service, difference: parseExact(amount) },
});
const open = (
  exceptions: BillException[],
  by = rules(),
  acceptances: Parameters<typeof judged>[1]['acceptances'] = [],
) =>
  judged(of(exceptions), { acceptances, rules: by, minorDigits: 2 })
    .filter((one) => one.open)
    .map(({ id }) => id);

describe('finding F1: what no meter confirms', () => {
  it.each(statedKinds)('%s must be explained from 10.00 on, of either sign', (kind) => {
    expect(open([difference(kind, '9.99')])).toEqual([]);
    expect(open([difference(kind, '10.00')])).toEqual([`${kind}:Lambda`]);
    expect(open([difference(kind, '-5000.00')])).toEqual([`${kind}:Lambda`]);
  });

  it('a fee of 5,000 and late use of 400 on a month of 61 are open until somebody gives the reason', async () => {
    const csv = billCsv(makeBill(used, [{ kind: 'support', code: 'AWSSupportBusiness', cents: 500_000 }]), {
      ...{ format: 'cur-2.0', month },
    });
    const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
    if ('refused' in bill) throw new Error('The bill is refused.');
    const found = reconciled(bill.summary);
    const [fee] = judged(found, { acceptances: [], rules: rules(), minorDigits: 2 }).filter((one) => one.open);
    expect(fee).toMatchObject({ id: 'support:AWSSupportBusiness', difference: parseExact('5000') });
    // It says what it would do: the agreed key shares it, to the last millionth.
    const effect = effectOnMembers(found.exceptions[0] as BillException, {
      ...{ lines: report.lines, key: input.key, reconciliation: found },
    });
    expect(effect.map(({ member }) => member)).toEqual([...input.key.weights.keys()].toSorted());
    expect(sumExact(effect.map(({ amount }) => amount))).toBe(parseExact('5000'));
  });

  it.each(['purchase', 'support', 'late-usage', 'adjustment', 'tax'] as const)(
    '%s of 5,000 and -5,000 do not cancel out: both are open',
    (category) => {
      const day = `${month}-01`;
      const bill = (...costs: string[]) => {
        const sums = summing();
        for (const [at, cost] of costs.entries())
          sums.add({
            ...{ lineId: `line-${at}`, service: 'AmazonEC2', usageType: 'HeavyUsage', meter: undefined, category },
            ...{ from: day, until: day, quantity: 0n, cost: parseExact(cost), correction: false },
          });
        return reconciled(sums.end({ format: 'cur-2.0', month, currency: 'USD' }));
      };
      const id = `${category}:AmazonEC2`;
      const own = ({ exceptions }: Reconciliation) => open(exceptions.filter(({ kind }) => kind === category));
      const found = bill('5000', '-5000');
      expect(own(found).toSorted()).toEqual([`${id}:given`, `${id}:taken`]);
      // What members share is the sum, as the bill has it.
      expect(found.billedOnly).toMatchObject([{ id, cost: 0n }]);
      expect(own(bill('5000', '1'))).toEqual([id]);
    },
  );

  it('a dearer service follows the use of each member', async () => {
    const found = reconciled(await read([{ kind: 'dearer', family: 'Lambda', perMille: 300 }]));
    const [lambda] = found.exceptions;
    const [row] = found.rows.filter(({ service }) => service === 'Lambda');
    if (!lambda || !row) throw new Error('No difference of Lambda');
    const effect = effectOnMembers(lambda, { lines: report.lines, key: input.key, reconciliation: found });
    expect(sumExact(effect.map(({ amount }) => amount))).toBe(lambda.difference);
    for (const { member, amount } of effect) {
      const own = report.lines
        .filter((line) => line.member === member)
        .flatMap(({ charges }) => charges.filter(({ meter }) => meter.startsWith('lambda')));
      const used = Number(sumExact(own.map((charge) => charge.amount)));
      expect(Number(amount) / Number(lambda.difference)).toBeCloseTo(used / Number(row.metered), 9);
    }
  });
});

describe('finding F4: a month in which nothing is wrong', () => {
  it('has no open difference for 26 small ones of together 5.19, and one when they pass the sum that is set', () => {
    const small = Array.from({ length: 26 }, (_, at) =>
      difference('day-differs', at === 0 ? '0.1900' : at % 2 === 0 ? '0.20' : '-0.20', `S${at}`),
    );
    expect(open(small)).toEqual([]);
    const strict = rules({ explain: thresholdsSchema.parse({ together: 518 }) });
    expect(open(small, strict)).toEqual(['small-together']);
    const [, , ...rest] = judged(of(small), { acceptances: [], rules: strict, minorDigits: 2 });
    expect(rest.at(-1)?.difference).toBe(parseExact('5.19'));
    const accepted = {
      exceptionId: 'small-together',
      difference: '5.190000000000',
      reason: 'Rounding',
      by: 'a',
      at: 'b',
    };
    expect(open(small, strict, [accepted])).toEqual([]);
  });

  it('asks for one explanation of polls, files, noise, support plan and tax of a normal month, and none once it recurs', async () => {
    const normal = (family: string, perMille: number) => ({ kind: 'dearer' as const, family, perMille });
    const foreign = (code: string, usageType: string, cents: number) => ({
      ...{ kind: 'foreign' as const, code, usageType, cents },
    });
    const found = reconciled(
      await read([
        // Functions that wait for messages ask more often than estimated; files of the web app too.
        ...[normal('SQS', 600), normal('CloudFront', 90), normal('WAF requests', 90)],
        ...[normal('CloudWatch logs', -90), normal('S3 storage', 70), normal('Lambda', 12)],
        foreign('AWSDataTransfer', 'USE1-DataTransfer-Out-Bytes', 80),
        foreign('awskms', 'us-east-1-KMS-Requests', 3),
        { kind: 'support', code: 'AWSSupportBusiness', cents: 2900 },
        { kind: 'tax', code: 'AmazonDynamoDB', cents: 410 },
      ]),
    );
    expect(found.exceptions.length).toBeGreaterThan(8);
    expect(open(found.exceptions)).toEqual(['support:AWSSupportBusiness']);
    const plan = { kind: 'support', service: 'AWSSupportBusiness', atMost: 3000, reason: 'The plan', until: month };
    expect(open(found.exceptions, rules({ recurring: [recurringExplanationSchema.parse(plan)] }))).toEqual([]);
  });

  it('a recurring explanation covers its kind and service up to its sum, until its last month', () => {
    const recurring = [
      recurringExplanationSchema.parse({
        ...{ kind: 'support', service: 'AWSSupportBusiness', atMost: 10_000, reason: 'Decided', until: month },
      }),
    ];
    const found = (amount: string, service = 'AWSSupportBusiness', until = month) =>
      open([difference('support', amount, service)], rules({ recurring: recurring.map((one) => ({ ...one, until })) }));
    expect(found('100.00')).toEqual([]);
    expect(found('100.01')).toEqual(['support:AWSSupportBusiness']);
    expect(found('100.00', 'Other')).toEqual(['support:Other']);
    expect(found('100.00', 'AWSSupportBusiness', '2026-10')).toEqual(['support:AWSSupportBusiness']);
    expect(open([difference('tax', '50.00', 'AWSSupportBusiness')], rules({ recurring }))).toEqual([
      'tax:AWSSupportBusiness',
    ]);
  });

  it('a recurring explanation covers its sum in a month: of 20 differences of 99.00 one is covered, and the others are open', () => {
    const until = month;
    const made = { kind: 'not-metered', service: 'Lambda', atMost: 10_000, reason: 'Decided', until };
    const recurring = [recurringExplanationSchema.parse(made)];
    const many = (amount: string) =>
      Array.from({ length: 20 }, (_, at) => ({
        ...difference('not-metered', amount),
        ...{ id: `not-metered:Lambda:type-${at}`, usageType: `type-${at}` },
      }));
    expect(open(many('99.00'), rules({ recurring }))).toHaveLength(19);
    expect(open(many('-5.00'), rules({ recurring }))).toEqual([]);
    expect(open(many('5.01'), rules({ recurring }))).toHaveLength(1);
    // An accepted difference takes nothing of the sum, and the smallest are covered first.
    const [first, ...rest] = many('50.00');
    if (!first) throw new Error('No difference');
    const accepted = { exceptionId: first.id, difference: '50.000000000000', reason: 'Once', by: 'a', at: 'b' };
    expect(open([first, ...rest.slice(0, 2)], rules({ recurring }), [accepted])).toEqual([]);
    const large = difference('not-metered', '60.00');
    expect(open([large, ...rest.slice(0, 2)], rules({ recurring }))).toEqual([large.id]);
    const amounts = fc.array(fc.integer({ min: -15_000, max: 15_000 }), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (all) => {
        const differences = all.map((cents, at) => ({
          ...difference('not-metered', (cents / 100).toFixed(2)),
          id: `not-metered:Lambda:type-${at}`,
        }));
        const by = { acceptances: [], rules: rules({ recurring }), minorDigits: 2 };
        const covered = judged(of(differences), by).filter((one) => one.recurring !== undefined);
        const sizes = covered.map((one) => (one.difference < 0n ? -one.difference : one.difference));
        expect(sumExact(sizes) <= parseExact('100')).toBe(true);
      }),
    );
  });

  it('no sum of unexplained differences above the limits stays hidden', () => {
    const exception = fc.record({
      kind: fc.constantFrom(...exceptionKinds.filter((kind) => kind !== 'small-together')),
      cents: fc.integer({ min: -100_000, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(exception, { maxLength: 40 }), (made) => {
        const all = made.map(({ kind, cents }, at) => difference(kind, (cents / 100).toFixed(2), `S${at}`));
        const ids = new Set(open(all));
        const hidden = all.filter(({ id }) => !ids.has(id)).map(({ difference: one }) => Math.abs(Number(one)) / 1e12);
        const sum = hidden.reduce((total, one) => total + one, 0);
        expect(sum <= 10.000001 || ids.has('small-together')).toBe(true);
        expect(hidden.every((one) => one < 10)).toBe(true);
      }),
    );
  });
});
