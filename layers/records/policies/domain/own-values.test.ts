import { feesWith } from './fees.ts';
import { floorsSchema } from './floors.ts';
import { type OwnKind, ownFaults, ownValuesIn } from './own-values.ts';

const floors = floorsSchema.parse({
  bounds: [],
  own: [
    { kind: 'blocks', value: 'maxLoans', min: 10, max: 60 },
    { kind: 'fees', value: 'card-replacement', max: 500 },
    { kind: 'holds', value: 'maxDuplicates' },
  ],
});

test('a member sets the values that the consortium opens, from floor to ceiling', () => {
  const faults = (kind: OwnKind, values: Record<string, number>) => ownFaults(floors, kind, values);
  expect([faults('blocks', { maxLoans: 10 }), faults('blocks', { maxLoans: 60 })]).toEqual([[], []]);
  expect(faults('holds', { maxDuplicates: 20 })).toEqual([]);
  expect(faults('blocks', { maxLoans: 9, owedLimit: 0 })).toEqual([
    { value: 'maxLoans', by: 'floor', bound: 10 },
    { value: 'owedLimit', by: 'closed' },
  ]);
  expect(faults('fees', { 'card-replacement': 501, maxLoans: 20 })).toEqual([
    { value: 'card-replacement', by: 'ceiling', bound: 500 },
    { value: 'maxLoans', by: 'closed' },
  ]);
  expect(ownFaults(undefined, 'blocks', { maxLoans: 20 })).toEqual([{ value: 'maxLoans', by: 'closed' }]);
});

test('floors and ceilings adopted later limit what a member set before', () => {
  const members = { ash: { maxLoans: 90, owedLimit: 700 }, birch: { maxLoans: 5 } };
  const own = (memberId: string) => ownValuesIn({ members }, { floors, kind: 'blocks', memberId });
  expect([own('ash'), own('birch'), own('cedar'), own('constructor')]).toEqual([
    { maxLoans: 60, owedLimit: 700 },
    { maxLoans: 10 },
    {},
    {},
  ]);
  expect(ownValuesIn({}, { floors, kind: 'blocks', memberId: 'ash' })).toEqual({});
});

test('a floor above its ceiling is refused', () => {
  const own = [{ kind: 'blocks', value: 'maxLoans', min: 3, max: 2 }];
  expect(floorsSchema.safeParse({ bounds: [], own }).success).toBe(false);
});

test('the fees of a member are the listed ones with its own amounts and limits of desk staff', () => {
  const fees = { currency: 'EUR', fees: { 'card-replacement': 200, 'damaged-item': 800 } };
  expect(feesWith(fees, {})).toEqual(fees);
  expect(feesWith(fees, { 'card-replacement': 300, unknown: 1 }).fees).toEqual({
    ...{ 'card-replacement': 300, 'damaged-item': 800 },
  });
  expect(feesWith(fees, { waiveLimit: 150 }).desk).toEqual({
    ...{ means: ['cash', 'card', 'other'], waiveLimit: 150, refundLimit: 0 },
  });
  const desk = { means: ['card'], waiveLimit: 1, refundLimit: 2 };
  expect(feesWith({ ...fees, desk }, { refundLimit: 9 }).desk).toEqual({ ...desk, refundLimit: 9 });
});
