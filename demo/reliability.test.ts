import { exampleChecks, exampleRehearsal } from './reliability.ts';

const now = Date.parse('2026-11-24T12:30:00Z');

test('examples of checks are marked as such, one for each hour until now, and one failed', () => {
  const days = exampleChecks(now);
  expect(days.every(({ synthetic }) => synthetic)).toBe(true);
  expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2026-10-25', '2026-11-24']);
  const checks = days.flatMap((day) => day.checks);
  expect(checks).toHaveLength(30 * 24 + 13);
  expect(checks.filter(({ passed }) => !passed)).toHaveLength(1);
  expect(exampleRehearsal(now)).toMatchObject({ synthetic: true, at: '2026-11-15T12:30:00.000Z' });
});
