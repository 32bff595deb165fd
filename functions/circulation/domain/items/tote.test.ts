import { anItem } from '../../../../test/builders/circulation.ts';
import { courierDays, openTote, packItem, receiveTote, sendTote, type Tote, toteExceptions } from './tote.ts';

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const empty = openTote({ toteId: 'tot_1', from: 'ash.main', to: 'cedar.main', at: at(2) });
const going = (itemId: string) =>
  anItem({
    ...{ itemId, barcode: `3${itemId}`, state: 'in-transit', currentBranch: 'ash.main' },
    transit: { from: 'ash.main', to: 'cedar.main', purpose: 'home', sentAt: at(2) },
  });
const done = (result: ReturnType<typeof packItem>): Tote => {
  if ('refused' in result) throw new Error(result.refused[0]?.code);
  return result.tote;
};
const codeOf = (result: ReturnType<typeof packItem>) => ('refused' in result ? result.refused[0]?.code : undefined);

test('a tote takes items that leave its branch for where it goes, each once, and is not sent empty', () => {
  const one = done(packItem(empty, going('itm_1')));
  expect(done(packItem(one, going('itm_1')))).toBe(one);
  const elsewhere = { ...going('itm_2'), transit: { from: 'ash.main', to: 'elm.main', purpose: 'home' as const } };
  expect(codeOf(packItem(one, elsewhere))).toBe('not-for-tote');
  expect(codeOf(packItem(one, { ...going('itm_2'), currentBranch: 'elm.main' }))).toBe('not-for-tote');
  expect(codeOf(sendTote(empty, at(2)))).toBe('tote-empty');
  expect(codeOf(packItem(done(sendTote(one, at(2))), going('itm_2')))).toBe('tote-wrong-state');
});

test('a received tote lists what still travels as missing until it arrives, and what nobody expected', () => {
  const packed = done(packItem(done(packItem(empty, going('itm_1'))), going('itm_2')));
  const here = anItem({ itemId: 'itm_1', currentBranch: 'cedar.main' });
  const received = done(receiveTote(packed, [here, going('itm_2')], ['39'], at(4)));
  expect(toteExceptions([received], [going('itm_2')], at(5))).toMatchObject([
    { kind: 'missing', barcode: '3itm_2' },
    { kind: 'unexpected', barcode: '39' },
  ]);
  expect(toteExceptions([received], [here], at(5))).toMatchObject([{ kind: 'unexpected' }]);
  expect(toteExceptions([done(sendTote(packed, at(2)))], [], at(6))).toMatchObject([{ kind: 'late', since: at(2) }]);
});

test('the days of a route are the median and the ninetieth percentile of its totes', () => {
  const took = [1, 2, 2, 3, 9].map((days) => ({ ...empty, sentAt: at(2), receivedAt: at(2 + days) }));
  expect(courierDays([...took, empty])).toEqual([{ from: 'ash.main', to: 'cedar.main', totes: 5, median: 2, p90: 9 }]);
});
