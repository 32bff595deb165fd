import {
  closedUntil,
  openIntervals,
  openMinutesNextDay,
} from '../../functions/resource-sharing/domain/rota/open-minutes.ts';
import { DEFAULT_ROTA_POLICY, type FactorName } from '../../functions/resource-sharing/domain/rota/rota-factors.ts';
import { afterOpenMinutes } from '../../functions/resource-sharing/domain/workflow/timers.ts';
import { type Figures, GOALS, verdictOn } from './compare.ts';
import { endingsOf, type Measures, measure } from './measure.ts';
import { PARAMETERS, REPORTED_SEEDS, TUNING_SEEDS } from './parameters.ts';
import { byScore, POLICIES, type Policy, type PolicyName, policyOf } from './policies.ts';
import { fullShelves } from './shelves.ts';
import { simulate } from './simulate.ts';
import { makeWorld } from './world.ts';

const DAYS = 24;
const SEEDS = [11, 12] as const;
const scaledDown = { ...PARAMETERS, days: DAYS };
const worlds = SEEDS.map((seed) => makeWorld(scaledDown, seed));
const [world] = worlds;
if (!world) throw new Error('no seed');

process.stdout.write(
  `Rota: ${SEEDS.length} seeds of ${DAYS} days, 1/${Math.round((REPORTED_SEEDS.length * PARAMETERS.days) / (SEEDS.length * DAYS))} of sim:rota\n`,
);

const runs = worlds.map((one) => simulate(one, policyOf.ours(one)));
const [run] = runs;
if (!run) throw new Error('no run');
const ours = measure(world, run);

/** Returns the figures of another policy on the first seed's world. */
const measured = (policy: Policy): Measures => measure(world, simulate(world, policy));
const without = (factor: FactorName): Policy =>
  byScore({ ...DEFAULT_ROTA_POLICY, weights: { ...DEFAULT_ROTA_POLICY.weights, [factor]: 0 } });

test('the report excludes the seeds that were used for tuning', () => {
  const tuned: readonly number[] = TUNING_SEEDS;
  expect(REPORTED_SEEDS.filter((seed) => tuned.includes(seed))).toEqual([]);
  expect(new Set(REPORTED_SEEDS).size).toBe(10);
});

describe('a run', () => {
  test('is the same with the same seed, and different with another', () => {
    const shown = ({ cases, counters }: typeof run): string => JSON.stringify([cases, [...counters]]);
    const again = makeWorld(scaledDown, SEEDS[0]);
    const [once, other] = runs.map(shown);
    expect(once === shown(simulate(again, policyOf.ours(again)))).toBe(true);
    expect(once === other).toBe(false);
  });

  test('ends every request filled or unfilled', () => {
    for (const [i, one] of worlds.entries()) {
      const { placed, filled, unfilled, open } = measure(one, runs[i] ?? run);
      expect([placed, open]).toEqual([one.demands.length, 0]);
      expect(filled + unfilled).toBe(placed);
    }
  });

  test('that is cut short has a request open only while its need-by date is in the future', () => {
    const cut = makeWorld({ ...scaledDown, days: 15, drainDays: 0 }, SEEDS[0]);
    const short = simulate(cut, policyOf.ours(cut));
    const { placed, filled, unfilled, open } = measure(cut, short);
    expect(filled + unfilled + open).toBe(placed);
    expect(open).toBeGreaterThan(0);
    const endings = endingsOf(short);
    const waiting = short.cases.filter((_, i) => endings[i] === 'open');
    for (const { demand } of waiting) expect(demand.needBy).toBeGreaterThan(short.ends);
  });

  test('counts each event once: requests, loans lent and borrowed, answers and parcels', () => {
    const { cases, counters } = run;
    const counted = (name: string): number =>
      [...counters.values()].reduce((sum, counter) => sum + (counter[name] ?? 0), 0);
    const asks = cases.flatMap(({ loan }) => loan.asks);
    const shipped = cases.filter(({ loan }) => loan.history.some(({ trigger }) => trigger === 'ship'));
    expect(counted('asked')).toBe(asks.length);
    expect([counted('lent'), counted('borrowed'), counted('filled')]).toEqual(Array(3).fill(shipped.length));
    const answers = [...counters.values()].flatMap((counter) =>
      Object.entries(counter).filter(([name]) => name.startsWith('answeredIn')),
    );
    expect(answers.reduce((sum, [, count]) => sum + count, 0)).toBe(asks.filter(({ answer }) => answer).length);
    expect(cases.filter(({ parcels }) => parcels > 0)).toEqual(shipped);
  });

  test('takes the next supplier when one does not answer in time, and asks no supplier twice', () => {
    const { cases } = run;
    const late = cases.flatMap(({ loan }) => loan.asks).filter(({ outcome }) => outcome === 'timed-out');
    expect(late.length).toBeGreaterThan(0);
    for (const { answerBy, closedAt } of late) expect(closedAt).toBe(answerBy);
    for (const { loan } of cases) {
      const asked = loan.asks.map(({ supplierMember }) => supplierMember);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked).toEqual(loan.rota.slice(0, asked.length).map(({ member }) => member));
    }
  });
});

test('shelves lend no absent copy, and accept none of another library', () => {
  const shelves = fullShelves(world.holdings, world.libraries);
  const copies = world.holdings.copies[0] ?? 0;
  for (let copy = 0; copy < copies; copy += 1) shelves.take(0);
  expect(shelves.onShelf(0)).toBe(0);
  expect(() => shelves.take(0)).toThrow('no copy');
  for (let copy = 0; copy < copies; copy += 1) shelves.putBack(0);
  expect(() => shelves.putBack(0)).toThrow('no copy');
});

test('the rota sees the state that a library reported in the previous night', () => {
  const late = world.libraries.find(({ nightly }) => nightly)?.index ?? -1;
  const holding = world.holdings.ranges[late]?.from ?? -1;
  const shelves = fullShelves(world.holdings, world.libraries);
  const copies = shelves.known(holding);
  shelves.take(holding);
  expect(shelves.known(holding)).toBe(copies);
  shelves.report();
  expect(shelves.known(holding)).toBe(copies - 1);
});

describe('the simulation detects', () => {
  test('a rota that ignores the shelves sends more requests and fills fewer', () => {
    const blind = measured(without('available'));
    expect(blind.asksPerFilled).toBeGreaterThan(ours.asksPerFilled * 1.05);
    expect(blind.fillPercent).toBeLessThan(ours.fillPercent);
  });

  test('a rota that asks the worst supplier first is slower, dearer and fills fewer requests', () => {
    const backwards = measured((asked) => byScore()(asked).toReversed());
    expect(backwards.fillPercent).toBeLessThan(ours.fillPercent - 5);
    expect(backwards.meanHours).toBeGreaterThan(ours.meanHours * 1.1);
    expect(backwards.costPerFilled).toBeGreaterThan(ours.costPerFilled * 1.2);
  });

  test('a rota that asks a single supplier fills fewer requests', () => {
    expect(measured((asked) => byScore()(asked).slice(0, 1)).fillPercent).toBeLessThan(ours.fillPercent - 5);
  });

  test('a rota that ignores the lending balance: the burden is less even', () => {
    expect(measured(without('balance')).gini).toBeGreaterThan(ours.gini + 0.1);
  });

  test('a rota that ignores the distance: slower', () => {
    expect(measured(without('distance')).meanHours).toBeGreaterThan(ours.meanHours);
  });
});

/** Returns the figures of the goals' baselines on the first seed's world, beside ours. */
const figures = (): Figures => {
  const of = (name: PolicyName): Measures[] => [name === 'ours' ? ours : measured(policyOf[name](world))];
  const none: Figures = Object.fromEntries(Object.keys(POLICIES).map((name) => [name, [] as Measures[]])) as Figures;
  const needed = new Set<PolicyName>(['ours', ...GOALS.map(({ than }) => than)]);
  return { ...none, ...Object.fromEntries([...needed].map((name) => [name, of(name)])) };
};

describe('scaled down to one seed, the rota reaches every goal of sim:rota', () => {
  const all = figures();
  test.each(GOALS.map((goal) => [`${goal.measure} against ${goal.than}`, goal] as const))('%s', (_, goal) => {
    const { holds, differences } = verdictOn(goal, all);
    expect({ holds, differences }).toEqual({ holds: true, differences });
  });
});

test('a timeline answers like the product’s calendar', () => {
  const { chance, libraries } = world;
  const first = Date.parse(PARAMETERS.start);
  for (let draw = 0; draw < 200; draw += 1) {
    const library = libraries[Math.floor(chance('library', draw) * libraries.length)];
    if (!library) throw new Error('no library');
    const { calendar, timeline } = library;
    const at = first + Math.floor(chance('instant', draw) * DAYS * 24 * 60) * 60_000;
    const iso = new Date(at).toISOString();
    const minutes = Math.floor(chance('minutes', draw) * 3000);
    const open = openIntervals(calendar, iso, 14);
    expect(timeline.ahead(at, 14)).toEqual(open);
    expect(timeline.openMinutesNextDay(at)).toBe(openMinutesNextDay(calendar, iso));
    expect(new Date(timeline.opens(at)).toISOString()).toBe(closedUntil(calendar, iso) ?? iso);
    expect(new Date(timeline.after(at, minutes)).toISOString()).toBe(afterOpenMinutes(iso, minutes, open));
  }
});
