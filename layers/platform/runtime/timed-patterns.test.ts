import { PatternTooSlow, timedPatterns } from './timed-patterns.ts';

test('patterns of users search and replace; one that would take hours is stopped', () => {
  const { matches, replaced } = timedPatterns();
  expect([matches('Übung', '^Ü'), matches('Übung', '^U')]).toEqual([true, false]);
  expect(replaced('a1b2', '(\\w)(\\d)', '$2$1')).toBe('1a2b');
  expect(() => matches(`${'a'.repeat(60)}!`, '^(a+)+$')).toThrow(PatternTooSlow);
});
