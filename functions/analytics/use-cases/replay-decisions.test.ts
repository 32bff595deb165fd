import { blocksSchema } from '../../../layers/records/policies/domain/blocks.ts';
import { bucketInMemory } from '../../../test/builders/bucket-in-memory.ts';
import { aDecision } from '../../../test/builders/decision-facts.ts';
import { loanRules } from '../../../test/builders/policies.ts';
import { factArchive } from '../data/fact-archive.ts';
import { filesToReplay, replayDecisions } from './replay-decisions.ts';

const blocks = blocksSchema.parse({ maxLoans: 50, maxHolds: 20, owedLimit: 1000 });
const before = { loanRules: loanRules(), blocks };
const after = { ...before, blocks: { ...blocks, owedLimit: 500 } };
const file = (month: string, rows: number, part = 'a') => ({ key: `${month}/${part}`, month, rows });
const year = { from: '2026-01-10T08:30:00.000Z', to: '2026-03-10T08:30:00.000Z' };

test('the log of the asked hours is judged once for each decision, also while two files of a month are joined', async () => {
  const archive = factArchive(bucketInMemory());
  const owing = (id: string, utcHour: string) =>
    aDecision(id, { utcHour, localDay: utcHour.slice(0, 10), owedBefore: 700 });
  const [early, first, mid, last, late] = [
    owing('early', '2026-01-10T08'),
    owing('first', '2026-01-10T09'),
    owing('mid', '2026-02-01T10'),
    owing('last', '2026-03-10T08'),
    owing('late', '2026-03-10T09'),
  ] as const;
  await archive.write('2026-01', [early, first]);
  await archive.write('2026-02', [mid]);
  await archive.write('2026-02', [mid, owing('other', '2026-02-02T10')]);
  await archive.write('2026-03', [last, late]);
  const replayed = await replayDecisions(archive)({ ...year, before, after });
  expect(replayed).toMatchObject({
    ...{ ...year, firstDay: '2026-01-10', lastDay: '2026-03-10', isWhole: true },
    effect: { decisions: 4, newlyRefused: 4, codes: [{ code: 'owed-over-limit', before: 0, after: 4 }] },
  });
});

test('of a log that is too large the last whole months are read, and the result shows that it is not whole', () => {
  const files = [
    file('2025-12', 9),
    file('2026-01', 5),
    file('2026-02', 4),
    file('2026-02', 3, 'b'),
    file('2026-04', 9),
  ];
  expect(filesToReplay(files, year, 8)).toEqual({ files: [files[2], files[3]], isWhole: false });
  expect(filesToReplay(files, year, 12)).toEqual({ files: [files[2], files[3], files[1]], isWhole: true });
  // The newest month is read whatever its size.
  expect(filesToReplay(files, year, 1).files).toEqual([files[2], files[3]]);
});

test('without a log nothing is counted', async () => {
  const replayed = await replayDecisions(factArchive(bucketInMemory()))({ ...year, before, after });
  expect(replayed).toEqual({ ...year, isWhole: true, effect: expect.objectContaining({ decisions: 0, members: [] }) });
});
