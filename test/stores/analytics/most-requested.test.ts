import { handler } from '../../../functions/analytics/operations/list-most-requested/handler.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { anIndex } from '../../builders/search-engine.ts';

test('the most requested titles are those that everybody may see, at most five, with how many holds wait', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  await aTable();
  anIndex();
  // Nobody waits for anything yet, and nothing is indexed.
  expect((await call(handler, {})).body).toEqual({ titles: [] });
  const waiting = Array.from({ length: 8 }, (_, i) => ({ recordId: `rec_${i}`, waiting: 20 - i }));
  const hit = { title: 'Songs of the ferry', format: 'book', items: [], sort: [0, ''] };
  const shown = handler.with({
    mostRequested: async () => waiting,
    // The index shows the second one to staff only.
    publicHits: async (ids) => ids.filter((id) => id !== 'rec_1').map((recordId) => ({ ...hit, recordId }) as never),
  });
  const { body, headers } = await call(shown, {});
  const titles = (body as { titles: { recordId: string; waiting: number }[] }).titles;
  expect(titles.map(({ recordId, waiting }) => [recordId, waiting])).toEqual([
    ...[
      ['rec_0', 20],
      ['rec_2', 18],
      ['rec_3', 17],
      ['rec_4', 16],
      ['rec_5', 15],
    ],
  ]);
  expect(headers['cache-control']).toBe('public, max-age=0, s-maxage=300');
});
