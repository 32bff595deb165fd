import { mayAct } from './proxy.ts';

const today = '2026-03-02';

test.each([
  ['borrow', ['borrow'], today, true],
  ['collect', ['borrow'], today, true],
  ['collect', ['collect'], today, true],
  ['borrow', ['collect'], today, false],
  ['borrow', ['borrow', 'collect'], '2026-03-01', false],
] as const)('to %s with permission to %j until %s: %s', (act, may, until, expected) => {
  expect(mayAct({ until, may: [...may] }, act, today)).toBe(expected);
});
