import { patronData } from '../../patron-data.ts';
import { inOrderOfMerge } from './merge.ts';

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
