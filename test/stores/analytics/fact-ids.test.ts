import { factIds } from '../../../functions/analytics/data/fact-ids.ts';
import { keyedFacts } from '../../../functions/analytics/public/keyed-facts.ts';
import { shortDigest } from '../../../layers/kernel/text/digest.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

test('ids of facts are made under one secret of the deployment, whoever is first, and none is a digest that others can make', async () => {
  const table = await aTable();
  const digest = shortDigest('checkout lon_1 0');
  const ids = await Promise.all(Array.from({ length: 5 }, () => factIds(table, systemIds.secret)(digest)));
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[\w-]{22}$/);
  expect(ids[0]).not.toBe(digest);
  expect(await factIds(table, systemIds.secret)(shortDigest('checkout lon_1 1'))).not.toBe(ids[0]);
  expect(await factIds(await aTable(), systemIds.secret)(digest)).not.toBe(ids[0]);
});

test('facts go to the archive’s queue with such ids, and with all else as it was', async () => {
  const idOf = factIds(await aTable(), systemIds.secret);
  const sent: unknown[] = [];
  const queue = keyedFacts({ send: async (messages) => void sent.push(...messages) }, idOf);
  await queue.send([{ fact: { eventId: 'a', member: 'ash' }, cause: 'ash' }]);
  await queue.send([]);
  expect(sent).toEqual([{ fact: { eventId: await idOf('a'), member: 'ash' }, cause: 'ash' }]);
});
