import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tools } from '../local/tools.ts';
import { type EndToEnd, endToEnd } from './ingest/end-to-end.ts';
import { bytesOfFile, match, normalise, parse, readWhole, type Stage } from './ingest/stages.ts';
import { withEmulator } from './with-emulator.ts';
import { withSearch } from './with-search.ts';

/** The most memory that this process ever had, in MB. */
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Both engines can be started. */
const canEnd = (): boolean => existsSync(tools.openSearch) && existsSync(tools.python);

const endToEndWithEngines = async (file: string): Promise<EndToEnd | undefined> => {
  if (canEnd()) return withEmulator(() => withSearch(() => endToEnd(bytesOfFile(file))));
  console.log('skipped: end to end (the emulator and OpenSearch are not here: npm start fetches them)');
  return undefined;
};

if (import.meta.main) {
  const words = process.argv.slice(2);
  const file = words.find((word) => !word.startsWith('--'));
  if (file === undefined || !existsSync(file)) {
    console.error('Name a file: npm run bench:ingest -- FILE.mrc (or .mrc.gz)');
    process.exitCode = 2;
  } else {
    const stages: (Stage & { peakMb: number })[] = [];
    for (const stage of [parse, readWhole, normalise, match])
      stages.push({ ...(await stage(resolve(file))), peakMb: peakMb() });
    console.table(
      stages.map((one) => ({ ...one, seconds: rounded(one.seconds), cpuSeconds: rounded(one.cpuSeconds) })),
    );
    const end = words.includes('--domain') ? undefined : await endToEndWithEngines(resolve(file));
    if (end !== undefined) {
      const shown = Object.entries(end).map(([name, value]) => [name, rounded(value)]);
      console.table({ 'end to end, into table and index': { ...Object.fromEntries(shown), peakMb: peakMb() } });
    }
    if (words.includes('--json'))
      console.log(JSON.stringify({ bench: 'ingest', stages, endToEnd: end, peakMb: peakMb() }));
  }
}
