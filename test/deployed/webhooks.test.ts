import { setTimeout } from 'node:timers/promises';
import { patronByKey } from '../../demo/patrons.ts';
import { untouchedBookAt } from '../../demo/untouched.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';
import { aReceiver, isSignedBy } from '../builders/webhook-receiver.ts';

const demo = demoOn(deployed());
const branchId = 'riverton.main';
const { barcode: item } = untouchedBookAt(branchId);
const { card: patron } = patronByKey('lindholm-erik');
const as = demo.at('member-admin', 'riverton');
const hooks = '/webhooks/riverton';

type Delivery = { state: string; tries: number; status?: number; fact: string; eventId: string; at: string };
type Receiver = Awaited<ReturnType<typeof aReceiver>>;

const eventually = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 90 && !(await isTrue()); tries += 1) await setTimeout(1000);
};
const desk = (path: string, body: object) =>
  demo.call('POST', `/circulation/${path}`, { as: demo.at('desk', branchId), body: { branchId, item, ...body } });
const facts = ({ received }: Receiver) => received.map(({ body }) => JSON.parse(body));
/** Whether a fact about the item of the test was received so many times. */
const came = (receiver: Receiver, type: string, times: number) => () =>
  facts(receiver).filter((one) => one.type === type).length >= times;

test('a checkout at a desk reaches a receiver, signed and without a person; after the answer 500 it is sent again, and it can be replayed', async () => {
  const receiver = await aReceiver(500, 204);
  const body = { name: 'A test', url: receiver.url, facts: ['item-checked-out'] };
  const { status, body: created } = await demo.call('POST', hooks, { as, body });
  expect(status).toBe(201);
  const path = `${hooks}/${created.webhookId}`;
  try {
    // The relay learns of a new webhook within ten seconds.
    await setTimeout(11_000);
    expect((await desk('check-outs', { patron })).status).toBe(201);
    await eventually(came(receiver, 'item-checked-out', 2));
    const [first, second] = receiver.received;
    expect(first && second && [second.id, second.body]).toEqual([first?.id, first?.body]);
    for (const request of receiver.received) expect(isSignedBy(String(created.secret), request)).toBe(true);
    expect(facts(receiver)[0]).toMatchObject({ data: { branchId, members: { owner: 'riverton' } } });
    expect(first?.body).not.toMatch(/pat_|lon_/);
    const log = async () => (await demo.call('GET', `${path}/deliveries`, { as })).body.deliveries as Delivery[];
    await eventually(async () => (await log())[0]?.state === 'delivered');
    const [delivery] = await log();
    expect(delivery).toMatchObject({ state: 'delivered', tries: 2, status: 204 });
    const again = { send: 'delivery', eventId: delivery?.eventId, at: delivery?.at };
    expect((await demo.call('POST', `${path}/sends`, { as, body: again })).status).toBe(202);
    expect((await demo.call('POST', `${path}/sends`, { as, body: { send: 'test' } })).status).toBe(202);
    await eventually(came(receiver, 'test', 1));
    await eventually(came(receiver, 'item-checked-out', 3));
    expect(
      facts(receiver)
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual([...Array(3).fill('item-checked-out'), 'test']);
  } finally {
    await demo.call('DELETE', path, { as });
    await desk('check-ins', {});
    receiver.close();
  }
}, 300_000);
