import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { reliabilityStore } from '../functions/discovery/public/reliability-store.ts';
import { readConfig } from '../infra/config.ts';
import { tableNamed } from '../layers/platform/dynamodb/table.ts';
import { systemClock } from '../layers/platform/runtime/clock.ts';
import { readEnvironment } from '../layers/platform/runtime/environment.ts';
import { systemIds } from '../layers/platform/runtime/ids.ts';
import { failureText, PlainFailure } from './failure.ts';
import { rehearseRestore } from './rehearse-restore.ts';
import { type Restore, requireRestored, restoreTable } from './restore-table.ts';
import { repeatWithdrawals } from './withdrawn-access.ts';

const { values, positionals } = parseArgs({
  options: {
    table: { type: 'string' },
    rehearse: { type: 'boolean', default: false },
    withdrawn: { type: 'boolean', default: false },
    apply: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** Returns the name of the table in use, an output of the core stack. */
const tableInUse = async (name: string, region: string): Promise<string> => {
  const client = new CloudFormationClient({ region });
  const { Stacks: [core] = [] } = await client.send(new DescribeStacksCommand({ StackName: `${name}-core` }));
  const table = core?.Outputs?.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
  if (table === undefined) throw new PlainFailure(`The stack ${name}-core does not say which table is in use.`);
  return table;
};

/** Rehearses the restore, prints the result, and says how the new table is deleted, because it contains data of patrons. */
const rehearse = async (client: DynamoDBClient, restore: Restore): Promise<void> => {
  const { source, target } = restore;
  const inUse = tableNamed(source);
  const scan = { environment: readEnvironment({ ...process.env, TABLE_NAME: target }) };
  const about = { inUse, scan, clock: systemClock, reliability: reliabilityStore(inUse) };
  const { seconds, compared, changed } = (await rehearseRestore(client, restore, about)).rehearsal;
  console.log(
    `Restored in ${seconds} s. ${compared} rows compared, ${changed} of them changed since. The page /trust of the site shows it.`,
  );
  console.log(`Now delete the new table:

  aws dynamodb update-table --table-name ${target} --no-deletion-protection-enabled
  aws dynamodb delete-table --table-name ${target}
`);
};

/** Says what access the restored table brings back; withdraws it there again with `--apply`. */
const compareAccess = async (client: DynamoDBClient, restore: Restore): Promise<void> => {
  const { source, target } = restore;
  await requireRestored(client, restore);
  const scan = { environment: readEnvironment({ ...process.env, TABLE_NAME: target }) };
  const tables = { old: tableNamed(source), restored: tableNamed(target), scan, ids: systemIds, clock: systemClock };
  console.log(`Access that was withdrawn in ${source} after the restore point and is there again in ${target}:`);
  const { found, written, byHand } = await repeatWithdrawals(tables, values.apply, (line) => console.log(line));
  console.log(`${found} found, ${written} withdrawn again, ${byHand} to be withdrawn by hand after the switch.`);
  if (!values.apply && found > byHand) console.log('Nothing was changed. To withdraw them again, add --apply.');
  else if (found > byHand + written) throw new PlainFailure('Some rows changed meanwhile: run the command again.');
};

// npm run restore -- 2026-03-02T11:00:00Z [settings file] [--table new-name] [--rehearse | --withdrawn [--apply]]: in the account of the environment.
try {
  const [instant = '', file] = positionals;
  const at = new Date(instant);
  if (!/Z$|[+-]\d\d:\d\d$/.test(instant) || Number.isNaN(at.getTime()))
    throw new PlainFailure('Say to which instant, with its time zone: npm run restore -- 2026-03-02T11:00:00Z');
  const { name, region } = readConfig(file);
  const source = await tableInUse(name, region);
  const suffix = (moment: Date): string => moment.toISOString().slice(0, 19).replaceAll(':', '');
  // A rehearsal is timed from its beginning, so that it never continues another one.
  const own = values.rehearse ? `rehearsal-${suffix(new Date(systemClock.now()))}` : suffix(at);
  const target = values.table ?? `${name}-${own}`;
  const client = new DynamoDBClient({ region });
  // The rows are read by clients that take the region from here.
  process.env.AWS_REGION = region;
  if (values.withdrawn) {
    await compareAccess(client, { source, target, at });
  } else {
    console.log(
      `Restoring ${source} to ${at.toISOString()} as the new table ${target}. This can take hours; if it is ended, run it again.`,
    );
    if (values.rehearse) await rehearse(client, { source, target, at });
    else {
      const stream = await restoreTable(client, { source, target, at });
      console.log(`Restored. To switch to it, put this into the settings and deploy:\n\n  "table": "${stream}"\n`);
    }
  }
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
