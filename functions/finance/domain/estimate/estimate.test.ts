import * as fc from 'fast-check';
import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import type { DeployedResources } from '../../../../layers/kernel/usage/deployed-resources.ts';
import { bookInForce, priceBooks } from '../pricing/books.ts';
import { type Estimate, type EstimateInput, estimate } from './estimate.ts';
import { growthOf } from './growth.ts';
import { holdsIndex } from './search-size.ts';
import { estimateView } from './view.ts';
import { estimateViewSchema } from './view-schema.ts';
import { completeWorkload, type Workload, type WorkloadField, workloadSchema } from './workload.ts';

const book = bookInForce(priceBooks, 'us-east-1', '2026-11-30');
if (!book) throw new Error('No price book');
const resources: DeployedResources = {
  search: { instanceType: 'm7g.large.search', instances: 3, storageGb: 100 },
  ...{ alarms: 77, kmsKeys: 1, firewall: { acls: 1, rules: 4 }, secrets: 1, dashboards: 1, polledQueues: 10 },
  schedules: { runsADay: 2027, megabytesADay: 2_268_577 },
};
const inputOf = (given: Partial<Workload>, more: Partial<EstimateInput> = {}): EstimateInput => ({
  ...{
    workload: completeWorkload(given).workload,
    month: '2026-11',
    resources,
    logRetentionDays: 90,
    book,
    allowances: [],
  },
  ...more,
});
const made = (given: Partial<Workload>, more: Partial<EstimateInput> = {}): Estimate => {
  const one = estimate(inputOf(given, more));
  if ('refused' in one) throw new Error(JSON.stringify(one.refused));
  return one;
};
const ofService = ({ lines }: Estimate, wanted: string): Exact =>
  sumExact(lines.filter(({ service }) => service === wanted).map(({ amount }) => amount));

const names = Object.keys(workloadSchema.shape) as WorkloadField[];
const workloads = fc.record({
  members: fc.integer({ min: 1, max: 400 }),
  checkoutsAYear: fc.integer({ min: 0, max: 40_000_000 }),
  records: fc.integer({ min: 0, max: 20_000_000 }),
  items: fc.integer({ min: 0, max: 40_000_000 }),
  patrons: fc.integer({ min: 0, max: 5_000_000 }),
  searchesPerCheckout: fc.integer({ min: 0, max: 3000 }).map((hundredths) => hundredths / 100),
  loanRequestsAYear: fc.integer({ min: 0, max: 1_000_000 }),
  emailsPerCheckout: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100),
  textsPerCheckout: fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100),
  filesGb: fc.integer({ min: 0, max: 5000 }),
  monthsInService: fc.integer({ min: 0, max: 60 }),
});
const without = (workload: Workload, name: WorkloadField): Partial<Workload> =>
  Object.fromEntries(Object.entries(workload).filter(([one]) => one !== name));
const nothing: Workload = {
  ...{ members: 40, checkoutsAYear: 0, records: 0, items: 0, patrons: 0, searchesPerCheckout: 0 },
  ...{ loanRequestsAYear: 0, emailsPerCheckout: 0, textsPerCheckout: 0, filesGb: 0, monthsInService: 0 },
};

describe('An estimate', () => {
  it('has services, and operations with idle lines, that sum to the total exactly', () => {
    fc.assert(
      fc.property(workloads, (workload) => {
        const one = made(workload);
        const sum = (of: (line: Estimate['lines'][number]) => boolean) =>
          sumExact(one.lines.filter(of).map(({ amount }) => amount));
        expect(sum(() => true)).toBe(one.total);
        expect(sum(({ category }) => category === 'idle') + one.variable).toBe(one.total);
        expect(sumExact(one.lines.flatMap(({ charges }) => charges.map(({ amount }) => amount)))).toBe(one.total);
      }),
      { numRuns: 100 },
    );
  });

  it('never falls when a quantity rises', () => {
    fc.assert(
      fc.property(workloads, fc.constantFrom(...names), fc.integer({ min: 2, max: 5 }), (workload, name, times) => {
        const [less, more] = [
          made(workload),
          made({ ...workload, [name]: Math.min(workload[name] * times, 400_000_000) }),
        ];
        expect(more.total >= less.total).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('equals the idle cost without use and without data, to the last line', () => {
    const one = made(nothing);
    expect(one.variable).toBe(0n);
    expect(one.metering).toEqual({ work: 0n, logged: 0n, stored: 0n, requestsABatch: 0 });
    expect(one.lines.every(({ category }) => category === 'idle')).toBe(true);
    // 2,160 node-hours, 300 GB, firewall, alarms, dashboard, key, secret, polling, schedules: the README's table.
    expect(ofService(one, 'platform')).toBe(one.total);
    expect(Number(one.total) / 1e12).toBeCloseTo(352.0676, 3);
  });

  it('doubles circulation with twice the loans', () => {
    const [once, twice] = [made({ checkoutsAYear: 2_000_000 }), made({ checkoutsAYear: 4_000_000 })];
    const ratio = Number(ofService(twice, 'circulation')) / Number(ofService(once, 'circulation'));
    expect(ratio).toBeCloseTo(2, 3);
  });

  it('deducts the named allowances once from the whole quantity', () => {
    const list = made({});
    const first = made({}, { allowances: ['always', 'first-12-months'] });
    expect(first.total).toBeLessThan(list.total);
    // A million requests of the gateway at 1.00, and of Lambda at 0.20, among others.
    expect(Number(list.total - first.total) / 1e12).toBeGreaterThan(1.2);
  });

  it('shows which service grows with which quantity: records the table, searches the search, loans circulation', () => {
    const input = inputOf({});
    const growth = growthOf(input, made({}));
    const adds = (name: WorkloadField, service: string) =>
      growth.find((one) => one.name === name && one.service === service);
    expect(adds('records', 'platform')?.adds).toBeGreaterThan(0n);
    expect(adds('records', 'circulation')).toBeUndefined();
    expect(adds('searchesPerCheckout', 'search')?.adds).toBeGreaterThan(0n);
    expect(adds('searchesPerCheckout', 'circulation')).toBeUndefined();
    const whole =
      made({ checkoutsAYear: 2_200_000, ...without(input.workload, 'checkoutsAYear') }).total - made({}).total;
    const growthSum = sumExact(growth.filter(({ name }) => name === 'checkoutsAYear').map((one) => one.adds));
    expect(Number(whole - growthSum) / 1e12).toBeCloseTo(0, 5);
  });

  it('fits its contract, and names the source of each default value', () => {
    const given = { members: 40, checkoutsAYear: 2_000_000, records: 3_000_000 };
    const full = completeWorkload(given);
    const view = estimateView(inputOf(given), full, made(given));
    expect(estimateViewSchema.omit({ whole: true }).parse(view)).toEqual(view);
    const { work, logged, stored, amount } = view.metering;
    expect(Number(logged.exact)).toBeGreaterThan(0.4);
    expect(Number(work.exact) + Number(logged.exact) + Number(stored.exact)).toBeCloseTo(Number(amount.exact), 9);
    expect(view.assumed.map(({ name }) => name).toSorted()).toEqual(
      names.filter((name) => !(name in given)).toSorted(),
    );
    expect(view.assumed.every(({ source }) => source.length > 5)).toBe(true);
  });
});

test('F12 metering with its log lines and evidence costs at most 3 % of the reference bill in each month of ten years', () => {
  const reference = { members: 40, checkoutsAYear: 2_000_000, records: 3_000_000 };
  const shares = Array.from({ length: 121 }, (_, monthsInService) => {
    const { metering, total } = made({ ...reference, monthsInService });
    return (Number(metering.work + metering.logged + metering.stored) / Number(total)) * 100;
  });
  expect(shares.filter((share) => share > 3)).toEqual([]);
  // From the second month on only files grow.
  const { stored } = made({ ...reference, monthsInService: 2 });
  const later = made({ ...reference, monthsInService: 120 }).stored;
  expect([later.evidence === stored.evidence, later.packed / stored.packed]).toEqual([true, 60]);
  // Most of them are large, and in the cheap storage class for rarely read files.
  expect(later.rare / later.packed).toBeGreaterThan(0.75);
});

test('the index fits a small node for a town, a large one for three million records, and no node for a hundred', () => {
  const small = { instanceType: 't3.small.search', storageGb: 20 };
  expect([holdsIndex(500_000, small), holdsIndex(3_000_000, small)]).toEqual([true, false]);
  expect([holdsIndex(3_000_000, resources.search), holdsIndex(100_000_000, resources.search)]).toEqual([true, false]);
});
