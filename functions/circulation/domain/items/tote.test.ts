import { anItem } from '../../../../test/builders/circulation.ts';
import {
  courierDays,
  MOST_ITEMS,
  openTote,
  packItem,
  receiveTote,
  sendTote,
  settleTote,
  stillMissing,
  type Tote,
  toteExceptions,
} from './tote.ts';

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
const refusedOf = (result: ReturnType<typeof packItem>) => ('refused' in result ? result.refused[0] : undefined);
const wrongState = (state: string) => ({
  ...{ code: 'tote-wrong-state', detail: `The tote is ${state}`, pointer: '/body/toteId' },
});
const codeOf = (result: ReturnType<typeof packItem>) => ('refused' in result ? result.refused[0]?.code : undefined);

test('a tote takes items that leave its branch for where it goes, each once, and is not sent empty', () => {
  const one = done(packItem(empty, going('itm_1')));
  expect(done(packItem(one, going('itm_1')))).toBe(one);
  const elsewhere = { ...going('itm_2'), transit: { from: 'ash.main', to: 'elm.main', purpose: 'home' as const } };
  expect(codeOf(packItem(one, elsewhere))).toBe('not-for-tote');
  expect(codeOf(packItem(one, { ...going('itm_2'), currentBranch: 'elm.main' }))).toBe('not-for-tote');
  expect(refusedOf(sendTote(empty, at(2)))).toEqual({
    ...{ code: 'tote-empty', detail: 'Nothing is in it', pointer: '/body/toteId' },
  });
  expect(refusedOf(packItem(done(sendTote(one, at(2))), going('itm_2')))).toEqual(wrongState('sent'));
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

test('a tote is opened empty, packed, sent and received, each step with its time and one version more', () => {
  expect(empty).toEqual({
    ...{ toteId: 'tot_1', from: 'ash.main', to: 'cedar.main', state: 'packing', items: [], openedAt: at(2), v: 1 },
  });
  const packed = done(packItem(empty, going('itm_1')));
  expect(packed).toEqual({ ...empty, items: [{ itemId: 'itm_1', barcode: '3itm_1' }], v: 2 });
  const sent = done(sendTote(packed, at(3)));
  expect(sent).toEqual({ ...packed, state: 'sent', sentAt: at(3), v: 3 });
  const received = done(receiveTote(sent, [], [], at(4)));
  expect(received).toEqual({ ...sent, state: 'received', receivedAt: at(4), v: 4 });
  expect(refusedOf(receiveTote(received, [], [], at(5)))).toEqual(wrongState('received'));
  expect(refusedOf(sendTote(sent, at(5)))).toEqual(wrongState('sent'));
  // A tote that nobody scanned out arrives all the same.
  expect(done(receiveTote(packed, [], [], at(4))).state).toBe('received');
});

test('a tote holds a hundred items; what stands on a shelf is not for it', () => {
  const full: Tote = {
    ...empty,
    items: Array.from({ length: MOST_ITEMS }, (_, n) => ({ itemId: `i${n}`, barcode: `${n}` })),
  };
  expect(refusedOf(packItem(full, going('itm_1')))).toEqual({
    ...{ code: 'tote-full', detail: 'It has 100 items', pointer: '/body/item' },
  });
  expect(codeOf(packItem({ ...full, items: full.items.slice(1) }, going('itm_1')))).toBeUndefined();
  expect(refusedOf(packItem(empty, anItem({ currentBranch: 'ash.main' })))).toEqual({
    ...{ code: 'not-for-tote', detail: 'It is not on its way from here to cedar.main', pointer: '/body/item' },
  });
  expect(codeOf(packItem(empty, { ...going('itm_1'), state: 'available' }))).toBe('not-for-tote');
});

test('each exception of a tote is settled by itself, the last one ends them all', () => {
  const packed = done(packItem(empty, going('itm_1')));
  const received = done(receiveTote(packed, [going('itm_1')], ['39'], at(4)));
  expect(stillMissing(packed, [going('itm_1'), going('itm_9')])).toEqual([{ itemId: 'itm_1', barcode: '3itm_1' }]);
  const one = done(settleTote(received, '39', at(5)));
  expect([one.settled, one.settledAt, one.v]).toEqual([['39'], undefined, received.v + 1]);
  expect(toteExceptions([one], [going('itm_1')], at(5))).toEqual([
    { toteId: 'tot_1', from: 'ash.main', to: 'cedar.main', since: at(4), kind: 'missing', barcode: '3itm_1' },
  ]);
  const both = done(settleTote(one, '3itm_1', at(6)));
  expect([both.settled, both.settledAt]).toEqual([['39', '3itm_1'], at(6)]);
  expect(toteExceptions([both], [going('itm_1')], at(7))).toEqual([]);
  expect(toteExceptions([{ ...received, settledAt: at(5) }], [going('itm_1')], at(7))).toEqual([]);
  expect(refusedOf(settleTote(both, '39', at(7)))).toEqual({
    ...{ code: 'tote-wrong-state', detail: 'It has no such exception', pointer: '/body/barcode' },
  });
  expect(codeOf(settleTote(received, '40', at(7)))).toBe('tote-wrong-state');
});

test('a tote is late after three days on the way, and exceptions are listed from the oldest', () => {
  const sent = (toteId: string, day: number): Tote => ({ ...empty, toteId, state: 'sent', sentAt: at(day) });
  expect(toteExceptions([sent('tot_2', 3)], [], at(6))).toEqual([]);
  expect(toteExceptions([sent('tot_2', 3), sent('tot_1', 2), empty], [], at(7)).map(({ toteId }) => toteId)).toEqual([
    ...['tot_1', 'tot_2'],
  ]);
});

test('the days are counted by pair of branches, in tenths of a day', () => {
  const hours = (count: number) => new Date(Date.parse(at(2)) + count * 3_600_000).toISOString();
  const back = { ...empty, from: 'cedar.main', to: 'ash.main', sentAt: at(2), receivedAt: hours(30) };
  const there = { ...empty, sentAt: at(2), receivedAt: hours(13) };
  expect(courierDays([there, back, { ...there, receivedAt: hours(61) }])).toEqual([
    { from: 'ash.main', to: 'cedar.main', totes: 2, median: 0.5, p90: 2.5 },
    { from: 'cedar.main', to: 'ash.main', totes: 1, median: 1.3, p90: 1.3 },
  ]);
  expect(courierDays([])).toEqual([]);
  // One that was not scanned out, or did not arrive yet, took no known time.
  expect(
    courierDays([
      { ...empty, sentAt: at(2) },
      { ...empty, receivedAt: at(3) },
    ]),
  ).toEqual([]);
  const late = [48, 9, 24, 120].map((count) => ({ ...empty, sentAt: at(2), receivedAt: hours(count) }));
  expect(courierDays(late)).toMatchObject([{ totes: 4, median: 1, p90: 5 }]);
});
