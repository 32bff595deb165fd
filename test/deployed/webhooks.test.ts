import { setTimeout } from 'node:timers/promises';
import { patronByKey } from '../../demo/patrons.ts';
import { untouchedBookAt } from '../../demo/untouched.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';
import { aReceiverThatFailsOnce, isSignedBy, type Received } from '../builders/webhook-receiver.ts';

const demo = demoOn(deployed());
const branchId = 'riverton.main';
const { barcode: item } = untouchedBookAt(branchId);
const { card: patron } = patronByKey('lindholm-erik');
const as = demo.at('member-admin', 'riverton');
const hooks = '/webhooks/riverton';

type Delivery = { state: string; tries: number; status?: number; fact: string; eventId: string; at: string };
type Receiver = { received: Received[] };

const eventually = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 90 && !(await isTrue()); tries += 1) await setTimeout(1000);
};
const desk = (path: string, body: object) =>
  demo.call('POST', `/circulation/${path}`, { as: demo.at('desk', branchId), body: { branchId, item, ...body } });
/** The requests about the item of the test, or of a test event: other tests lend at the same branch. */
const own = ({ received }: Receiver, itemId: string, type: string) =>
  received.filter(({ body }) => {
    const fact = JSON.parse(body);
    return fact.type === type && (type === 'test' || fact.data.itemId === itemId);
  });

test('a checkout at a desk reaches a receiver, signed and without a person; after the answer 500 it is sent again, and it can be replayed', async () => {
  const receiver = await aReceiverThatFailsOnce(500);
  const body = { name: 'A test', url: receiver.url, facts: ['item-checked-out'] };
  const { status, body: created } = await demo.call('POST', hooks, { as, body });
  expect(status).toBe(201);
  const path = `${hooks}/${created.webhookId}`;
  const copy = await demo.call('GET', `/catalogue/items/${item}`, { as: demo.at('desk', branchId) });
  const itemId = String(copy.body.itemId);
  const lent = () => own(receiver, itemId, 'item-checked-out');
  try {
    // The relay learns of a new webhook within ten seconds.
    await setTimeout(11_000);
    expect((await desk('check-outs', { patron })).status).toBe(201);
    await eventually(() => lent().length >= 2);
    const [first, second] = lent();
    expect(first && second && [second.id, second.body]).toEqual([first?.id, first?.body]);
    for (const request of lent()) expect(isSignedBy(String(created.secret), request)).toBe(true);
    expect(JSON.parse(String(first?.body))).toMatchObject({ data: { branchId, members: { owner: 'riverton' } } });
    expect(first?.body).not.toMatch(/pat_|lon_/);
    const log = async () => (await demo.call('GET', `${path}/deliveries`, { as })).body.deliveries as Delivery[];
    const mine = async () => (await log()).find(({ eventId }) => eventId === first?.id);
    await eventually(async () => (await mine())?.state === 'delivered');
    const delivery = await mine();
    expect(delivery).toMatchObject({ state: 'delivered', tries: 2, status: 204 });
    const again = { send: 'delivery', eventId: delivery?.eventId, at: delivery?.at };
    expect((await demo.call('POST', `${path}/sends`, { as, body: again })).status).toBe(202);
    expect((await demo.call('POST', `${path}/sends`, { as, body: { send: 'test' } })).status).toBe(202);
    await eventually(() => lent().length >= 3 && own(receiver, itemId, 'test').length >= 1);
    expect([lent().length, own(receiver, itemId, 'test').length > 0]).toEqual([3, true]);
  } finally {
    await demo.call('DELETE', path, { as });
    await desk('check-ins', {});
    receiver.close();
  }
}, 300_000);
