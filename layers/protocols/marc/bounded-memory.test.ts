import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { HOSTILE_BYTES, hostileFiles } from '../../../test/builders/hostile-files.ts';
import { note } from '../../../test/builders/note.ts';
import type { HostileRead } from '../../../test/builders/read-hostile.ts';

/** The reader's heap, and the total memory of its process, in MB. */
const HEAP_MB = 64;
const MOST_MB = 256;

test('malicious files are refused whole, within a bounded heap and memory', () => {
  const script = path.join(process.cwd(), 'test', 'builders', 'read-hostile.ts');
  const flags = [`--max-old-space-size=${HEAP_MB}`, '--expose-gc', '--disable-warning=ExperimentalWarning'];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...flags, script], { encoding: 'utf8' });
  // A heap that is too small ends the process; Node's earlier warnings are irrelevant.
  if (status !== 0) throw new Error(`The reader ended with ${signal ?? status}: ${stderr}`);
  const reads: HostileRead[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(reads.map(({ file }) => file)).toEqual(Object.keys(hostileFiles));
  const most = Math.max(...reads.map(({ peakMb }) => peakMb));
  const factor = Math.max(...reads.map((one) => one.factor));
  note(
    `${reads.length} files of ${HOSTILE_BYTES / 1e6} MB: at most ${factor} times the file, and ${most} MB in all (bound ${MOST_MB}, heap ${HEAP_MB})`,
  );
  for (const { file, read, accepted, rejected } of reads)
    expect({ file, accepted, rejected }).toEqual({ file, accepted: 0, rejected: read });
  expect(reads.filter(({ read }) => read === 0)).toEqual([]);
  expect(reads.filter(({ peakMb }) => peakMb > MOST_MB)).toEqual([]);
});
