import fc from 'fast-check';
import { type DayOfChecks, type SiteCheck, uptimeOf, withCheck } from './site-checks.ts';

const at = (time: string, day = '2026-03-02'): number => Date.parse(`${day}T${time}:00.000Z`);
const HOUR = 3_600_000;

/** The rows of checks at some instants, as the consumer writes them. */
const rowsOf = (made: readonly { at: number; passed: boolean }[]): DayOfChecks[] => {
  const days = new Map<string, readonly SiteCheck[]>();
  for (const { at: now, passed } of made) {
    const day = new Date(now).toISOString().slice(0, 10);
    days.set(day, withCheck(days.get(day) ?? [], now, passed) ?? days.get(day) ?? []);
  }
  return [...days].map(([day, checks]) => ({ day, checks }));
};

test('a check is added with its minute, and a call of the schedule that comes twice adds nothing', () => {
  const first = withCheck([], at('07:13'), true);
  expect(first).toEqual([{ time: '07:13', passed: true }]);
  expect(withCheck(first ?? [], at('07:13') + 2000, false)).toBeUndefined();
  expect(withCheck(first ?? [], at('08:12'), false)).toEqual([
    { time: '07:13', passed: true },
    { time: '08:12', passed: false },
  ]);
});

test('nothing is stated before the first check', () => {
  expect(uptimeOf([], at('07:00'))).toBeUndefined();
  expect(uptimeOf([{ day: '2026-03-02', checks: [] }], at('07:00'))).toBeUndefined();
});

test('checks that passed, failed and were not made are counted apart, and days with a fault are listed, the newest first', () => {
  const hours = ['05:13', '06:13', '09:13', '10:13'];
  const days = rowsOf([
    { at: at('22:13', '2026-03-01'), passed: false },
    { at: at('23:13', '2026-03-01'), passed: true },
    ...hours.map((time) => ({ at: at(time), passed: true })),
  ]);
  expect(uptimeOf(days, at('10:50'))).toEqual({
    since: '2026-03-01T22:13:00.000Z',
    ...{ passed: 5, failed: 1, missing: 7 },
    days: [
      { day: '2026-03-02', passed: 4, failed: 0, missing: 7 },
      { day: '2026-03-01', passed: 1, failed: 1, missing: 0 },
    ],
  });
});

test('hours since the last check are missing, except the one within which the next check comes', () => {
  const days = rowsOf([{ at: at('07:13'), passed: true }]);
  expect(uptimeOf(days, at('08:12'))?.missing).toBe(0);
  expect(uptimeOf(days, at('09:05'))?.missing).toBe(0);
  expect(uptimeOf(days, at('11:20'))?.missing).toBe(3);
});

test('examples of a demo are marked', () => {
  const days: DayOfChecks[] = [{ day: '2026-03-02', checks: [{ time: '07:13', passed: true }], synthetic: true }];
  expect(uptimeOf(days, at('07:20'))).toMatchObject({ passed: 1, synthetic: true });
  expect(uptimeOf(rowsOf([{ at: at('07:13'), passed: true }]), at('07:20'))).not.toHaveProperty('synthetic');
});

test('property: whichever hours are left out, what passed, failed and is missing are all the checks that were due', () => {
  const due = fc.array(fc.constantFrom('passed', 'failed', 'none'), { minLength: 1, maxLength: 24 * 5 });
  fc.assert(
    fc.property(
      due,
      fc.integer({ min: 0, max: 59 }),
      fc.array(fc.integer({ min: -1, max: 1 })),
      (hours, minute, late) => {
        const start = at('00:00') + minute * 60_000;
        const made = hours.flatMap((result, hour) =>
          result === 'none'
            ? []
            : [{ at: start + hour * HOUR + (late[hour] ?? 0) * 60_000, passed: result === 'passed' }],
        );
        const found = uptimeOf(rowsOf(made), start + hours.length * HOUR - 120_000);
        const first = hours.findIndex((result) => result !== 'none');
        const of = (wanted: string): number => hours.slice(Math.max(0, first)).filter((one) => one === wanted).length;
        if (first < 0) expect(found).toBeUndefined();
        else {
          expect([found?.passed, found?.failed]).toEqual([of('passed'), of('failed')]);
          // The hour after the last check may still be open.
          const tail = hours.length - 1 - hours.findLastIndex((result) => result !== 'none');
          expect(of('none') - (found?.missing ?? 0)).toBe(tail === 0 ? 0 : 1);
        }
      },
    ),
  );
});
