import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  RestoreTableToPointInTimeCommand,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { PlainFailure } from './failure.ts';

/** A restore: the table to copy, the name of the new table, and the instant. */
export type Restore = { source: string; target: string; at: Date };

const described = async (client: DynamoDBClient, TableName: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
};

/** DynamoDB may not know a table for a moment after its restore has begun; one that is unknown so often in a row does not exist. */
const UNKNOWN_AT_MOST = 6;

/**
 * Waits until no change of the table is in progress. AWS restores a table in minutes to hours. PlainFailure when the table disappears, as
 * after a failed restore, or cannot come into use.
 */
const settled = async (client: DynamoDBClient, name: string, pauseMs: number): Promise<TableDescription> => {
  for (let unknown = 0; ; await pause(pauseMs)) {
    const table = await described(client, name);
    unknown = table ? 0 : unknown + 1;
    if (unknown >= UNKNOWN_AT_MOST)
      throw new PlainFailure(
        `There is no table ${name} any more: AWS ended the restore, or somebody deleted the table.`,
      );
    const { TableStatus: status, RestoreSummary: restore } = table ?? {};
    if (table && status === 'ACTIVE' && restore?.RestoreInProgress !== true) return table;
    if (status !== undefined && !['ACTIVE', 'CREATING', 'UPDATING'].includes(status))
      throw new PlainFailure(`The table ${name} cannot be used: its status is ${status}.`);
  }
};

const seconds = (instant: Date): number => Math.floor(instant.getTime() / 1000);

/** Requires that an existing table is the restore that is asked for: otherwise a switch would go to other data. */
const requireSame = (table: TableDescription, { source, target, at }: Restore): void => {
  const { SourceTableArn: arn, RestoreDateTime: instant } = table.RestoreSummary ?? {};
  const other = arn === undefined || instant === undefined;
  if (!other && arn.slice(arn.lastIndexOf('/') + 1) === source && seconds(instant) === seconds(at)) return;
  const is = other
    ? 'is no restore'
    : `is a restore of ${arn.slice(arn.lastIndexOf('/') + 1)} to ${instant.toISOString()}`;
  throw new PlainFailure(`The table ${target} exists and ${is}: choose another name (--table), or delete it.`);
};

type Step = (table: TableDescription, source: TableDescription) => Promise<unknown>;

/** The settings that a restore does not copy; each step does nothing when its setting is as it should be. */
const settingsOf = (client: DynamoDBClient, TableName: string): Step[] => [
  async ({ StreamSpecification: now }, { StreamSpecification: wanted }) =>
    now?.StreamEnabled || client.send(new UpdateTableCommand({ TableName, StreamSpecification: wanted })),
  async (_table, { TableName: source }) => {
    const ttlOf = async (name = TableName) =>
      (await client.send(new DescribeTimeToLiveCommand({ TableName: name }))).TimeToLiveDescription;
    const [now, wanted] = await Promise.all([ttlOf(), ttlOf(source)]);
    if (now?.TimeToLiveStatus?.startsWith('ENABL') || wanted?.AttributeName === undefined) return;
    const TimeToLiveSpecification = { AttributeName: wanted.AttributeName, Enabled: true };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  },
  async () => {
    const { ContinuousBackupsDescription: backups } = await client.send(
      new DescribeContinuousBackupsCommand({ TableName }),
    );
    if (backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED') return;
    const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
    await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
  },
  async ({ DeletionProtectionEnabled: isProtected }) =>
    isProtected || client.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled: true })),
];

/** Requires that the restore is complete. PlainFailure when its table is missing, in progress, or that of another restore. */
export const requireRestored = async (client: DynamoDBClient, restore: Restore): Promise<void> => {
  const table = await described(client, restore.target);
  if (!table) throw new PlainFailure(`There is no table ${restore.target}: restore it first.`);
  requireSame(table, restore);
  if (table.TableStatus !== 'ACTIVE' || table.RestoreSummary?.RestoreInProgress)
    throw new PlainFailure(`The restore of ${restore.target} is not complete.`);
};

/**
 * Restores a table to an instant, as a new table, and gives the new one what a restore does not copy: stream, time to live, point-in-time
 * recovery and deletion protection. Run again with the same name, it continues at its position. Returns the ARN of the new table's stream,
 * which is the setting `table`. PlainFailure when there is no such table, or the new name is that of another table.
 */
export const restoreTable = async (
  client: DynamoDBClient,
  { source, target, at }: Restore,
  pauseMs = 10_000,
): Promise<string> => {
  const from = await described(client, source);
  if (!from) throw new PlainFailure(`There is no table ${source} in this account and region.`);
  const existing = await described(client, target);
  if (existing) requireSame(existing, { source, target, at });
  else {
    await client.send(
      new RestoreTableToPointInTimeCommand({ SourceTableName: source, TargetTableName: target, RestoreDateTime: at }),
    );
  }
  for (const step of settingsOf(client, target)) await step(await settled(client, target, pauseMs), from);
  const { LatestStreamArn: stream } = await settled(client, target, pauseMs);
  if (!stream) throw new PlainFailure(`The table ${target} has no stream.`);
  return stream;
};
