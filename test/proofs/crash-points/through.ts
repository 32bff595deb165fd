import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { queueSettings } from '../../builders/queue-settings.ts';
import { agingRule } from './consumers.ts';
import { withFault } from './faults.ts';
import type { Asking, Scenario } from './scenario.ts';
import { onRequestRule } from './sharing.ts';

/** The default instant of a scenario: an hour after its records were made. */
export const AN_HOUR_LATER = '2026-03-02T12:00:00.000Z';

/** The settings by which functions find resources, as in a deployment. */
export const settings = {
  ...queueSettings,
  ...{ BUS_NAME: 'bus', NOTICE_SENDER: 'library@example.org' },
  ...{ BUCKET_NAME: 'bucket', MACHINE_ARN: 'loan-machine' },
  ...{ SIGNING_KEY_ID: 'arn:aws:kms:us-east-1:000000000000:key/k1', ISSUER: 'https://library.example.org' },
};

/** A table with the libraries of these scenarios and their policies, and the settings of the functions. */
export const aWorld = async (): Promise<Table & { name: string }> => {
  const table = await aTable();
  Object.assign(process.env, settings);
  await aConsortium(table, [agingRule, onRequestRule], { owedLimit: 100_000 });
  return table;
};

/** Whether a caller requests it; otherwise it is delivered. */
export const isAsking = (scenario: Scenario): scenario is Asking => 'handler' in scenario;

/** Runs a scenario on a table of `aWorld` without faults. Throws when it is refused or fails. */
export const runThrough = async (scenario: Scenario, table: Table): Promise<void> => {
  const given = await scenario.prepare(table);
  const { when = AN_HOUR_LATER } = scenario;
  const { result } = await withFault(undefined, async () => {
    if (isAsking(scenario)) return (await call(scenario.handler.using(at(when)), given as Call)).status;
    await scenario.worker.using(at(when))(given as never, { awsRequestId: 'lambda-1' });
    return 200;
  });
  if (result === undefined || result >= 300) throw new Error(`${scenario.what}: ${result ?? 'it failed'}`);
};
