import { parseArgs } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { readConfig } from '../infra/config.ts';
import { failureText, PlainFailure } from './failure.ts';
import { restoreTable } from './restore-table.ts';

const { values, positionals } = parseArgs({ options: { table: { type: 'string' } }, allowPositionals: true });

/** Returns the name of the table in use, an output of the core stack. */
const tableInUse = async (name: string, region: string): Promise<string> => {
  const client = new CloudFormationClient({ region });
  const { Stacks: [core] = [] } = await client.send(new DescribeStacksCommand({ StackName: `${name}-core` }));
  const table = core?.Outputs?.find(({ OutputKey }) => OutputKey === 'TableName')?.OutputValue;
  if (table === undefined) throw new PlainFailure(`The stack ${name}-core does not say which table is in use.`);
  return table;
};

// npm run restore -- 2026-03-02T11:00:00Z [settings file] [--table new-name]: in the account of the environment.
try {
  const [instant = '', file] = positionals;
  const at = new Date(instant);
  if (!/Z$|[+-]\d\d:\d\d$/.test(instant) || Number.isNaN(at.getTime()))
    throw new PlainFailure('Say to which instant, with its time zone: npm run restore -- 2026-03-02T11:00:00Z');
  const { name, region } = readConfig(file);
  const source = await tableInUse(name, region);
  const target = values.table ?? `${name}-${at.toISOString().slice(0, 19).replaceAll(':', '')}`;
  console.log(
    `Restoring ${source} to ${at.toISOString()} as the new table ${target}. This can take hours; if it is ended, run it again.`,
  );
  const stream = await restoreTable(new DynamoDBClient({ region }), { source, target, at });
  console.log(`Restored. To switch to it, put this into the settings and deploy:\n\n  "table": "${stream}"\n`);
} catch (error) {
  console.error(failureText(error));
  process.exitCode = 1;
}
