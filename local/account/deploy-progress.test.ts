import { deployProgress } from './deploy-progress.ts';

test('finding W1: the progress of each stack is one line when it ends, and one for the others every half minute', () => {
  jest.useFakeTimers();
  const printed: string[] = [];
  const { read, close } = deployProgress(3, (line) => printed.push(line.replaceAll(/ {2,}/g, ' ')));
  read('Concord-core: deploying... [1/3]');
  read('Concord-search: deploying... [2/3]');
  read('Concord-core |  3/45 | 10:00:00 AM | CREATE_COMPLETE | AWS::KMS::Key | SigningKey');
  jest.advanceTimersByTime(30_000);
  read(' ✅  Concord-core');
  read('✅  Concord-web (no changes)');
  read('❌  Concord-search failed: LimitExceeded');
  jest.advanceTimersByTime(30_000);
  close();
  jest.useRealTimers();
  expect(printed).toEqual([
    ' … Concord-core 3/45, Concord-search',
    ' ✓ Concord-core 30.0 s 1 of 3',
    ' ✓ Concord-web 2 of 3, no changes',
    ' ✗ Concord-search 30.0 s 2 of 3',
  ]);
});
