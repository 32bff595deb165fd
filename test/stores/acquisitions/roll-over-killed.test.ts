import { aTable } from '../../builders/dynamodb-local.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { rolledOver, withOrders } from '../../proofs/roll-over/world.ts';

jest.setTimeout(180_000);

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

const run = async (many: number, end?: Parameters<typeof rolledOver>[0]) => {
  await withOrders(await aTable(), many);
  return rolledOver(end);
};

test('A80 A81 a roll-over that is killed and resumed has the totals, the digest and the figures of an unbroken one, and is undone exactly', async () => {
  const [whole, killed] = [await run(200), await run(200, { order: 80 })];
  expect([whole.isKilled, killed.isKilled]).toEqual([false, true]);
  expect(whole.done).toMatchObject({ state: 'done', hash: whole.preview?.hash, totals: whole.preview?.totals });
  expect(whole.done?.totals).toMatchObject({ stays: 4, blocked: 0 });
  expect(whole.done?.totals?.rolls).toBeGreaterThan(100);
  expect(whole.done?.totals?.problems).toBeGreaterThan(0);
  expect([killed.done?.hash, killed.done?.totals]).toEqual([whole.done?.hash, whole.done?.totals]);
  expect(killed.after).toEqual(whole.after);
  const back = await killed.undo();
  expect([back.state, back.funds]).toEqual(['undone', killed.before]);
});

test('A80 A81 a roll-over and its undo are resumed wherever they were broken off', async () => {
  const whole = await run(6);
  let [isKilled, isStopped] = [true, true];
  // Every third write; npm run prove:interruptions ends the process after each.
  for (let write = 1; isKilled || isStopped; write += proofSize(3, 1)) {
    const killed = await run(6, { write });
    expect([killed.done?.hash, killed.done?.totals, killed.after]).toEqual([
      ...[whole.done?.hash, whole.done?.totals, whole.after],
    ]);
    const back = await killed.undo({ write });
    expect([back.state, back.funds]).toEqual(['undone', killed.before]);
    ({ isKilled } = killed);
    ({ isStopped } = back);
  }
});
