import { trimIsbd } from './isbd.ts';

test.each([
  ['Silence :', 'Silence'],
  ['Silence / ; =', 'Silence'],
  ['Cage, John R.', 'Cage, John R.'],
  ['Wait ...', 'Wait ...'],
  ['The end.', 'The end'],
  ['/', ''],
])('%s is %s', (text, trimmed) => expect(trimIsbd(text)).toBe(trimmed));

test('a text of punctuation takes no longer than any other of its length', () => {
  // Forty such signs once took the time of 2 to the 40.
  expect(trimIsbd(`a ${'/ '.repeat(20_000)}x`).length).toBe(40_003);
});
