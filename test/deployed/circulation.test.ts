import { copyAt } from '../../demo/holdings.ts';
import { patronByKey } from '../../demo/patrons.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const demo = demoOn(deployed());
/** A work of which Lakeshore has the consortium's only copy, and that no case of the demo needs. */
const work = 'pedro-paramo-1955-book';
const { barcode: item } = copyAt(work, 'lakeshore');
const reader = patronByKey('castellano-lucia');

const desk = (branchId: string, path: string, body: Record<string, unknown>) =>
  demo.call('POST', `/circulation/${path}`, { as: demo.at('desk', branchId), body: { branchId, ...body } });
const checkIn = async (branchId: string) => (await desk(branchId, 'check-ins', { item })).body;

test('one card: borrowed at another member, returned at a third, sent home and received', async () => {
  const lent = await desk('lakeshore.main', 'check-outs', { item, patron: reader.card });
  expect(lent).toMatchObject({
    status: 201,
    body: { loan: { barcode: item, checkoutBranch: 'lakeshore.main', renewals: 0 } },
  });
  // On the day of the loan a renewal gains nothing, and says so instead of using one up (C68).
  const renewed = await demo.call('POST', '/circulation/renewals', { as: reader.key, body: { item } });
  expect(renewed).toMatchObject({ status: 409, body: { code: 'renewal-not-longer' } });
  expect(await checkIn('harcourt.main')).toMatchObject({
    loanClosed: true,
    next: { step: 'send', branchId: 'lakeshore.main', forHold: false },
  });
  const path = '/circulation/branches/lakeshore.main/transits';
  const { body } = await demo.call('GET', path, { as: demo.at('desk', 'lakeshore.main') });
  expect(JSON.stringify(body)).toContain(item);
  expect(await checkIn('lakeshore.main')).toMatchObject({ loanClosed: false, next: { step: 'shelve' } });
}, 120_000);

test('a hold placed from one member is filled by another’s copy and collected at home', async () => {
  const [recordId] = await demo.recordsOf(work);
  const body = { recordId, pickupBranch: 'riverton.main' };
  const placed = await demo.call('POST', '/circulation/holds', { as: reader.key, body });
  expect(placed).toMatchObject({ status: 201, body: { hold: { recordId, state: 'placed', place: 1 } } });
  expect(await checkIn('lakeshore.main')).toMatchObject({
    next: { step: 'send', branchId: 'riverton.main', forHold: true },
  });
  expect(await checkIn('riverton.main')).toMatchObject({ next: { step: 'hold-shelf', branchId: 'riverton.main' } });
  const others = await desk('riverton.main', 'check-outs', { item, patron: patronByKey('lindholm-erik').card });
  expect(others.status).toBe(409);
  const collected = await desk('riverton.main', 'check-outs', { item, patron: reader.card });
  expect(collected).toMatchObject({ status: 201, body: { loan: { barcode: item, memberId: 'lakeshore' } } });
  const { body: mine } = await demo.call('GET', '/circulation/my/holds', { as: reader.key });
  expect((mine.holds as { recordId: string }[]).filter((hold) => hold.recordId === recordId)).toEqual([]);
  expect(await checkIn('riverton.main')).toMatchObject({
    loanClosed: true,
    next: { step: 'send', branchId: 'lakeshore.main' },
  });
  expect(await checkIn('lakeshore.main')).toMatchObject({ next: { step: 'shelve' } });
}, 120_000);

test('six desks lend one copy at the same moment: one loan', async () => {
  const readers = ['okafor-amara', 'castellano-lucia', 'osei-kofi', 'reyes-marisol', 'singh-harpreet', 'adler-miriam'];
  const answers = await Promise.all(
    readers.map((key) => desk('lakeshore.main', 'check-outs', { item, patron: patronByKey(key).card })),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(await checkIn('lakeshore.main')).toMatchObject({ loanClosed: true });
}, 120_000);
