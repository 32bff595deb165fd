import { dueOn } from '../claims.ts';
import { afterIssueStep, type Issue, isHeld, issueStepSchema } from './issue.ts';
import { labelOf } from './label.ts';
import type { Pattern } from './pattern.ts';

const issue: Issue = {
  ...{
    memberId: 'cedar',
    subscriptionId: 'sub_1',
    issueId: '2026-01-01.1.basic.1',
    kind: 'basic',
    version: 1,
    place: 1,
  },
  ...{ on: '2026-01-01', label: 'no.1', expectedOn: '2026-01-01', numbers: [1], state: 'expected', copies: 2 },
  ...{ received: [], claims: [], v: 1 },
};
const taken = { by: 'staff:stf_1', at: '2026-01-02T10:00:00.000Z' };
const take = (...steps: Parameters<typeof afterIssueStep>[1][]): Issue => {
  let after = issue;
  for (const step of steps) {
    const next = afterIssueStep(after, step, taken);
    if (typeof next === 'string') throw new Error(next);
    after = next;
  }
  return after;
};
const one = { act: 'receive', copies: 1 } as const;
const soldOut = { act: 'missing', reason: 'sold-out' } as const;

test('an issue of which one copy arrived is held, also when the other one is given up', () => {
  const given = take(one, soldOut);
  expect([given.state, isHeld(given), isHeld(take(soldOut))]).toEqual(['missing', true, false]);
});

test('a copy of an issue that was given up is taken back once the issue is awaited again', () => {
  const undo = { act: 'undo', copies: 1 } as const;
  expect(afterIssueStep(take(one, soldOut), undo, taken)).toBe('issue-state');
  const back = take(one, soldOut, { act: 'await' }, undo);
  expect([back.state, back.received, back.reason]).toEqual(['expected', [], undefined]);
});

test('A54 an issue is claimed once a day, also when the vendor then names an earlier day', () => {
  const policy = { after: 1, every: 30, most: 3 };
  const claimed = { expectedOn: '2026-01-01', claims: [{ on: '2026-02-01' }], delayedUntil: '2020-01-01' };
  expect(['2026-02-01', '2026-02-02'].map((day) => dueOn(claimed, policy, day))).toEqual(['nothing', 'claim']);
});

test('the barcodes of copies are those of items, each of one copy, ten at once', () => {
  const isTaken = (barcodes: string[]): boolean =>
    issueStepSchema.safeParse({ act: 'receive', copies: 20, barcodes }).success;
  const many = Array.from({ length: 11 }, (_, at) => `310${at}`);
  expect([['3100'], ['3100', '3100'], ['3100,17'], many.slice(1), many].map(isTaken)).toEqual([
    ...[true, false, false, true, false],
  ]);
});

test('A96 only months and seasons of a combined issue go into the next year, and days of a year', () => {
  const daily: Pattern = { frequency: 'd', levels: [], dates: ['year', 'month', 'day'], language: 'en' };
  const named = (on: string, by: string, codes: string[], pattern = daily): string =>
    labelOf(pattern, { on, numbers: [], cover: { by, codes } });
  expect(named('2026-01-01', 'day', ['th', 'fr'])).toBe('2026:Jan. 1');
  expect(named('2026-01-30', 'day', ['30', '01'])).toMatch(/^2026:Jan\./);
  expect(named('2025-12-28', 'week', ['99', '01'])).toMatch(/^2025:/);
  const monthly: Pattern = { ...daily, frequency: 'm', dates: ['year', 'month'] };
  expect(named('2025-12-01', 'month', ['12', '01'], monthly)).toBe('2025/2026:Dec./Jan.');
  expect(named('2025-12-31', 'day', ['1231', '0101'])).toMatch(/^2025\/2026:/);
});
