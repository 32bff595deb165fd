import { patronData } from '../../../patron-data.ts';
import type { Block } from '../record/patron-status.ts';
import { inOrderOfMerge, mergedStatus } from './merge.ts';

test('in a merge, notices are moved first and lists last, whatever their keys', () => {
  const rows = ['patronLists', 'savedTitle', 'patronBill', 'notice', 'proxy'].map((entity) => ({ entity }));
  const orders = Object.assign({}, ...patronData.map(({ ownRows }) => ownRows));
  const others = ['savedTitle', 'patronBill', 'proxy'];
  for (const one of [rows, rows.toReversed()]) {
    const order = inOrderOfMerge(one, orders).map(({ entity }) => entity);
    expect([order[0], order.at(-1)]).toEqual(['notice', 'patronLists']);
    expect(order.slice(1, -1).toSorted()).toEqual(others.toSorted());
  }
});

const block = (more: Partial<Block>): Block => ({
  ...{ code: 'conduct', scope: 'ash', since: '2026-01-01', by: 'staff:stf_1', ...more },
});
const merged = (survivor: Block[], other: Block[]) => {
  const status = (patronId: string, blocks: Block[]) => ({
    ...{ patronId, blocks, homeMember: 'ash', homeBranch: 'ash.main', category: 'adult', expiresOn: '2027-01-01' },
    ...{ minor: false, counters: { loans: 0, holds: 0, owed: 0, perGroup: {} }, v: 1 },
  });
  const { blocks, dropped } = mergedStatus(status('pat_1', survivor), status('pat_2', other), '2026-03-02');
  return { blocks, dropped };
};

test('of equal blocks a merge keeps what prevents more for longer, and the reason of the longer one', () => {
  const own = block({ until: '2026-03-10', stops: ['hold'], exceptAtHome: true, by: 'staff:own' });
  const longer = block({ until: '2026-04-10', stops: ['checkout'], by: 'staff:longer' });
  const both = { ...longer, stops: ['checkout' as const, 'hold' as const] };
  expect(merged([own], [longer])).toEqual({ blocks: [both], dropped: { survivor: [own], other: [] } });
  expect(merged([longer], [own])).toEqual({ blocks: [both], dropped: { survivor: [], other: [own] } });
  const open = block({});
  expect(merged([own], [open]).blocks).toEqual([open]);
  const atHome = block({ exceptAtHome: true });
  expect(merged([open], [atHome]).blocks).toEqual([open]);
  expect(merged([atHome], [atHome]).blocks).toEqual([atHome]);
});

test('a merge leaves out blocks that have ended: one of the survivor does not hide one that stands', () => {
  const over = block({ until: '2026-03-01' });
  const stands = block({ until: '2026-03-02', by: 'staff:other' });
  expect(merged([over], [stands])).toEqual({ blocks: [stands], dropped: { survivor: [over], other: [] } });
  expect(merged([stands], [over])).toEqual({ blocks: [stands], dropped: { survivor: [], other: [over] } });
});
