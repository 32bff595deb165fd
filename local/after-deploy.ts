import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, DescribeStackResourceCommand } from '@aws-sdk/client-cloudformation';
import { DescribeTimeToLiveCommand, DynamoDBClient, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { localSender, readConfig } from '../infra/config.ts';
import { clientOf } from './stacks.ts';

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const ttlSchema = z.object({ TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.boolean() }) });

/** The time-to-live attribute of a table in a synthesised template. */
export type TimeToLive = { stack: string; logicalId: string; attribute: string };

/** Returns the time-to-live settings of a template; the emulator ignores them. */
export const timesToLive = (stack: string, template: unknown): TimeToLive[] =>
  Object.entries(templateSchema.parse(template).Resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (Type !== 'AWS::DynamoDB::GlobalTable' && Type !== 'AWS::DynamoDB::Table') return [];
    const asked = ttlSchema.safeParse(Properties).data?.TimeToLiveSpecification;
    return asked?.Enabled ? [{ stack, logicalId, attribute: asked.AttributeName }] : [];
  });

const enable = async (endpoint: string, { stack, logicalId, attribute }: TimeToLive): Promise<void> => {
  const stacks = new CloudFormationClient(clientOf(endpoint));
  const tables = new DynamoDBClient(clientOf(endpoint));
  const asked = { StackName: stack, LogicalResourceId: logicalId };
  const { StackResourceDetail } = await stacks.send(new DescribeStackResourceCommand(asked));
  const TableName = StackResourceDetail?.PhysicalResourceId;
  const { TimeToLiveDescription } = await tables.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED') return;
  const TimeToLiveSpecification = { AttributeName: attribute, Enabled: true };
  await tables.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
};

const suffix = '.template.json';

/** Returns the stacks of a synthesised assembly (nested ones have another name). */
export const stackNames = (assembly: string): string[] =>
  readdirSync(assembly)
    .filter((file) => file.endsWith(suffix) && !file.includes('.nested'))
    .map((file) => file.slice(0, -suffix.length));

// On AWS a person verifies the sender once (docs/deploying.md); locally nobody could.
const verifySender = async (endpoint: string): Promise<void> => {
  const EmailIdentity = readConfig().noticeSender ?? localSender;
  try {
    await new SESv2Client(clientOf(endpoint)).send(new CreateEmailIdentityCommand({ EmailIdentity }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AlreadyExistsException')) throw error;
  }
};

/**
 * Sets by SDK what the emulator ignores in a template, the tables' time to live, and what a person does on AWS: verifies the e-mail
 * sender. Takes the synthesised assembly.
 */
export const afterDeploy = async (endpoint: string, assembly: string): Promise<void> => {
  for (const stack of stackNames(assembly)) {
    const template: unknown = JSON.parse(readFileSync(join(assembly, `${stack}${suffix}`), 'utf8'));
    for (const one of timesToLive(stack, template)) await enable(endpoint, one);
  }
  await verifySender(endpoint);
};
