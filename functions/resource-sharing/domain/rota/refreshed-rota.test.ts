import { aLoanRequest, minutesLater } from '../../../../test/builders/loan-request.ts';
import { nextSupplier } from '../requests/request.ts';
import { refreshedRota } from './refreshed-rota.ts';
import type { RotaEntry } from './rota.ts';

const at = minutesLater(600);
const entry = (member: string, more: Partial<RotaEntry> = {}): RotaEntry => ({
  ...{ member, score: 700, points: 700, factors: [] },
  ...more,
});
const request = () => aLoanRequest().withRota('birch', 'cedar', 'dogwood', 'elm').asked().build();
const everybody = { known: () => true };

test('suppliers that can still supply follow in today’s order, others are skipped with the reason', () => {
  const excluded = [
    { member: 'cedar', reason: 'cannot-arrive-in-time' as const },
    { member: 'elm', reason: 'other-copy-preferred' as const },
    { member: 'fir', reason: 'does-not-lend' as const },
  ];
  const found = { entries: [entry('elm'), entry('fir')], excluded, ...everybody };
  const rota = refreshedRota(request(), found, at);
  expect(rota.map(({ member, score, skipped }) => [member, score, skipped?.reason])).toEqual([
    ['birch', 500, undefined],
    ['elm', 700, undefined],
    ['cedar', 500, 'cannot-arrive-in-time'],
    ['dogwood', 500, 'no-copy'],
  ]);
  expect(nextSupplier({ ...request(), rota })?.member).toBe('elm');
});

test('a skipped supplier may become able again: all that have not been asked are assessed each time', () => {
  const none = refreshedRota(request(), { entries: [], excluded: [], ...everybody }, at);
  expect(nextSupplier({ ...request(), rota: none })).toBeUndefined();
  const again = refreshedRota(
    { ...request(), rota: none },
    { entries: [entry('dogwood')], excluded: [], ...everybody },
    at,
  );
  expect(nextSupplier({ ...request(), rota: again })?.member).toBe('dogwood');
});

test('a paused partner cannot supply now; members are unchanged where no record shows their copies', () => {
  const outside = aLoanRequest().askingOutside().withRota('birch', 'cedar', 'prt_1', 'prt_2').asked().build();
  const rota = outside.rota.map((one) => (one.member.startsWith('prt_') ? { ...one, tier: 'partner' as const } : one));
  const found = {
    ...{ entries: [entry('prt_2', { tier: 'partner' })], excluded: [] },
    known: (member: string) => member.startsWith('prt_'),
  };
  const judged = refreshedRota({ ...outside, rota }, found, at);
  expect(judged.map(({ member, skipped }) => [member, skipped?.reason])).toEqual([
    ['birch', undefined],
    ['cedar', undefined],
    ['prt_2', undefined],
    ['prt_1', 'not-supplying'],
  ]);
});
