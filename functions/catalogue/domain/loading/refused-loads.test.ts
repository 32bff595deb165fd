import { noCounts } from './import.ts';
import { refusedOf } from './refused-loads.ts';

const load = (importId: string, fileName: string, rejected: number, more: object = {}) => ({
  ...{ importId, fileName, state: 'done' as const, counts: { ...noCounts(), rejected }, endedAt: '2026-03-02' },
  ...more,
});

test('a load with refused rows, and one that stopped, wait until their file is loaded without', () => {
  const [refused, stopped] = [load('imp_1', 'ash.mrc', 3), load('imp_2', 'elm.mrc', 0, { state: 'failed' })];
  expect(refusedOf([stopped, refused], '2026-03-01')).toEqual([
    { importId: 'imp_2', fileName: 'elm.mrc', refused: 0, since: '2026-03-02' },
    { importId: 'imp_1', fileName: 'ash.mrc', refused: 3, since: '2026-03-02' },
  ]);
  const again = [load('imp_4', 'elm.mrc', 0), load('imp_3', 'ash.mrc', 0)];
  expect(refusedOf([...again, stopped, refused], '2026-03-01')).toEqual([]);
  expect(
    refusedOf([load('imp_5', 'ash.mrc', 0, { state: 'running', endedAt: undefined }), refused], '2026-03-01'),
  ).toEqual([]);
});

test('a load is no work of today after some days', () => {
  expect(refusedOf([load('imp_1', 'ash.mrc', 3)], '2026-03-03')).toEqual([]);
});
