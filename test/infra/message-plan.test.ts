import { consumers } from '../../functions/consumers.ts';
import { outboxQueues } from '../../functions/outbox-registry.ts';
import { inOrderOfMessages, queuesOf } from '../../infra/message-plan.ts';
import { type ConsumerContract, queueVariable } from '../../layers/platform/http/consumer.ts';

const aConsumer = (context: string, more: Partial<ConsumerContract>): ConsumerContract => ({
  id: `${context}-do-work`,
  context,
  service: 'administration',
  summary: 'Do work',
  trigger: { by: 'hand' },
  touches: {},
  errorImpact: 'Nothing is done.',
  ...more,
});
const owner = (context: string, queue: string) => aConsumer(context, { trigger: { by: 'queue', queue } });

test('every queue that a contract sends to is consumed by exactly one function', () => {
  const consumed = queuesOf(consumers).map(({ name }) => name);
  const sent = consumers.flatMap(({ sends = [] }) => sends);
  expect(sent.filter((queue) => !consumed.includes(queue))).toEqual([]);
  // What AWS publishes to a topic comes from no function of ours.
  const fromTopics = consumers.flatMap(({ trigger }) =>
    trigger.by === 'queue' && trigger.topic ? [trigger.queue] : [],
  );
  expect(consumed.filter((queue) => !sent.includes(queue))).toEqual(fromTopics);
  expect(outboxQueues.filter((queue) => !consumed.includes(queue))).toEqual([]);
});

test('a function gets a queue by a setting that is derived from its name', () => {
  expect(queueVariable('hold-work')).toBe('HOLD_WORK_QUEUE_URL');
  const names = queuesOf(consumers).map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
});

test('the owner of a queue is created before its senders, and the others keep their order', () => {
  const contracts = [owner('b', 'q'), aConsumer('a', { sends: ['q'] }), aConsumer('b', { sends: ['q'] })];
  expect(inOrderOfMessages(['a', 'b', 'c'], contracts)).toEqual(['b', 'a', 'c']);
});

test('a queue without a consumer, one with two, and cycles of messages are refused', () => {
  expect(() => inOrderOfMessages(['a'], [aConsumer('a', { sends: ['q'] })])).toThrow('nobody consumes');
  expect(() => queuesOf([owner('a', 'q'), owner('b', 'q')])).toThrow('Two consumers');
  const round = [owner('a', 'p'), owner('b', 'q'), aConsumer('a', { sends: ['q'] }), aConsumer('b', { sends: ['p'] })];
  expect(() => inOrderOfMessages(['a', 'b'], round)).toThrow('a to b to a');
});
