import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { tools } from '../local/tools.ts';
import { deployedLoad } from './ingest/deployed.ts';
import { type EndToEnd, endToEnd } from './ingest/end-to-end.ts';
import { generatedFile } from './ingest/generated-file.ts';
import { bytesOfFile, match, normalise, parse, readWhole, type Stage } from './ingest/stages.ts';
import { withDynamoDb } from './with-dynamodb.ts';
import { withEmulator } from './with-emulator.ts';
import { withSearch } from './with-search.ts';

/** Records that are loaded before the measurement, into a separate table and index: engines are slow when they are new. */
const WARM_UP = 2_000;

/** Returns the peak memory of this process, in MB. */
const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The tables that can be loaded into, by their option. */
const tables = {
  emulator: { what: 'the emulator', start: withEmulator, needs: tools.python },
  'dynamodb-local': { what: 'DynamoDB Local', start: withDynamoDb, needs: tools.dynamoDbLocal },
} as const;
type TableName = keyof typeof tables;

/** Runs work that writes addresses into the environment, and restores it: what is started next finds its own. */
const inOwnEnvironment = async <T>(work: () => Promise<T>): Promise<T> => {
  const before = { ...process.env };
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
};

const intoTable = async (
  name: TableName,
  file: string,
  rebuilds: boolean,
): Promise<(EndToEnd & { table: string }) | undefined> => {
  const { what, start, needs } = tables[name];
  if (!existsSync(tools.openSearch) || !existsSync(needs)) {
    console.log(`skipped: end to end (${what} and OpenSearch are not here: npm start fetches them)`);
    return undefined;
  }
  const end = await inOwnEnvironment(() =>
    start(() =>
      withSearch(async () => {
        await endToEnd(generatedFile(WARM_UP));
        return endToEnd(bytesOfFile(file), { rebuilds });
      }),
    ),
  );
  return { table: what, ...end };
};

const roundedAll = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'number' ? rounded(value) : value]),
  );

const shownOf = ({ enginesCpu, ...end }: EndToEnd & { table: string }) => ({
  ...roundedAll(end),
  ...Object.fromEntries(Object.entries(enginesCpu).map(([name, seconds]) => [`cpu ${name}`, rounded(seconds)])),
  peakMb: peakMb(),
});

if (import.meta.main) {
  const words = process.argv.slice(2);
  const file = words.find((word) => !word.startsWith('--'));
  if (file === undefined || !existsSync(file)) {
    console.error(
      'Name a file: npm run bench:ingest -- FILE.mrc (or .mrc.gz) [--dynamodb-local] [--rebuild] [--not-deployed] [--domain]',
    );
    process.exitCode = 2;
  } else {
    const stages: (Stage & { peakMb: number })[] = [];
    for (const stage of [parse, readWhole, normalise, match])
      stages.push({ ...(await stage(resolve(file))), peakMb: peakMb() });
    console.table(
      stages.map((one) => ({ ...one, seconds: rounded(one.seconds), cpuSeconds: rounded(one.cpuSeconds) })),
    );
    const asked: TableName = words.includes('--dynamodb-local') ? 'dynamodb-local' : 'emulator';
    const end = words.includes('--domain')
      ? undefined
      : await intoTable(asked, resolve(file), words.includes('--rebuild'));
    if (end !== undefined) console.table({ 'end to end, into table and index': shownOf(end) });
    const alone = words.includes('--domain') || words.includes('--not-deployed');
    // The complete process as a cataloguer sees it: the file is sent to the deployed stack, split, loaded and indexed there.
    const deployed = alone ? undefined : await deployedLoad(resolve(file));
    if (deployed !== undefined) console.table({ 'deployed, from file to index': roundedAll(deployed) });
    if (words.includes('--json'))
      console.log(JSON.stringify({ bench: 'ingest', stages, endToEnd: end, deployed, peakMb: peakMb() }));
  }
}
