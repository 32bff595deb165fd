import { aTable } from '../../builders/dynamodb-local.ts';
import { rolledOver, withOrders } from '../../proofs/roll-over/world.ts';

jest.setTimeout(120_000);

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

test('A80 A81 a roll-over that is killed and resumed has the totals, the digest and the figures of an unbroken one, and is undone exactly', async () => {
  const runs = [];
  for (const killAt of [undefined, 80]) {
    await withOrders(await aTable(), 200);
    const run = await rolledOver(killAt);
    const back = await run.undo();
    expect(back.state).toBe('undone');
    expect(back.funds).toEqual(run.before);
    runs.push(run);
  }
  const [whole, killed] = runs;
  expect([whole?.isKilled, killed?.isKilled]).toEqual([false, true]);
  expect(whole?.done).toMatchObject({ state: 'done', hash: whole?.preview?.hash, totals: whole?.preview?.totals });
  expect(whole?.done?.totals).toMatchObject({ stays: 4, blocked: 0 });
  expect(whole?.done?.totals?.rolls).toBeGreaterThan(100);
  expect(whole?.done?.totals?.problems).toBeGreaterThan(0);
  expect([killed?.done?.hash, killed?.done?.totals]).toEqual([whole?.done?.hash, whole?.done?.totals]);
  expect(killed?.after).toEqual(whole?.after);
});
