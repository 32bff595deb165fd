import { noSupplier } from './find-suppliers.ts';

test('which partners are paused is shown to staff only; other reasons are shown to patrons too', () => {
  const excluded = [
    { member: 'prt_1', reason: 'not-supplying' as const },
    { member: 'prt_2', reason: 'does-not-lend' as const },
    { member: 'birch', reason: 'not-supplying' as const },
  ];
  const shown = (forStaff: boolean) =>
    noSupplier({ rota: { entries: [], excluded } }, forStaff).map(({ params }) => params);
  expect(shown(true)).toEqual(excluded.map(({ member, reason: why }) => ({ member, why })));
  expect(shown(false)).toEqual([
    { member: 'prt_2', why: 'does-not-lend' },
    { member: 'birch', why: 'not-supplying' },
  ]);
  const paused = { entries: [], excluded: excluded.slice(0, 1) };
  expect(noSupplier({ rota: paused }, false)).toEqual([
    { code: 'no-supplier', detail: 'No library that may be asked has it.' },
  ]);
});
