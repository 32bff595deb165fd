import { aTable } from '../../builders/dynamodb-local.ts';
import { withoutConditions } from '../../proofs/mutants.ts';
import { voteStorm } from '../../proofs/vote-storm/storm.ts';

const SIZE = { voters: 30, seed: 20260308, failsIn: 6 };
const none = { lost: 0, twice: 0, result: 0, recount: 0, changed: 0 };

beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

test.each([false, true])(
  'members that vote at once are counted once each, whatever call of a vote or of the count fails; the recount agrees (secret: %s)',
  async (isSecret) => {
    const { attempts, calls, stops, broken } = await voteStorm(await aTable(), { ...SIZE, isSecret });
    process.stdout.write(
      `Votes: ${attempts} attempts, ${calls} calls, ${stops} stops of the count; 1/${Math.round(500 / SIZE.voters)} of npm run prove:votes, seed ${SIZE.seed}\n`,
    );
    expect(broken).toEqual(none);
    expect(attempts).toBeGreaterThan(SIZE.voters);
    expect(stops).toBeGreaterThan(5);
  },
  120_000,
);

test('without the conditions on rows the same storm is detected', async () => {
  const { broken } = await withoutConditions(async () => voteStorm(await aTable(), { ...SIZE, isSecret: false }));
  expect(broken.twice + broken.lost + broken.changed).toBeGreaterThan(0);
}, 120_000);
