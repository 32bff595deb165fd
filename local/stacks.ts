import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { account, region } from './tools.ts';

/** Settings of an SDK client that talks to the emulator. */
export const clientOf = (endpoint: string) => ({
  endpoint,
  region,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test', accountId: account },
});

/** The stacks in the emulator and their status, by name. */
export const stacksIn = async (endpoint: string): Promise<Map<string, string>> => {
  const client = new CloudFormationClient(clientOf(endpoint));
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({}));
  return new Map(Stacks.map(({ StackName = '', StackStatus = '' }) => [StackName, StackStatus]));
};

/** Whether every named stack exists and is complete. */
export const areWhole = (stacks: Map<string, string>, names: string[]): boolean =>
  names.length > 0 && names.every((name) => /^(CREATE|UPDATE)_COMPLETE$/.test(stacks.get(name) ?? ''));

/** An event of a stack, as reported by CloudFormation. */
export type StackEvent = {
  LogicalResourceId?: string;
  ResourceType?: string;
  ResourceStatus?: string;
  ResourceStatusReason?: string;
};

/** Returns the reason of a failed deployment: the oldest failure that is not a consequence of another. */
export const firstFailure = (newestFirst: StackEvent[]): string | undefined => {
  const failures = newestFirst.filter(
    ({ ResourceStatus = '', ResourceStatusReason = '' }) =>
      ResourceStatus.endsWith('_FAILED') && ResourceStatusReason !== '' && !/cancelled/i.test(ResourceStatusReason),
  );
  const first =
    failures.findLast(({ ResourceType }) => ResourceType !== 'AWS::CloudFormation::Stack') ?? failures.at(-1);
  if (!first) return undefined;
  return `${first.LogicalResourceId} (${first.ResourceType}): ${first.ResourceStatusReason}`;
};

/** Queries the emulator for the reason of a failed deployment; undefined when no stack reports one. */
export const whyItFailed = async (endpoint: string): Promise<string | undefined> => {
  const client = new CloudFormationClient(clientOf(endpoint));
  for (const [name, status] of await stacksIn(endpoint)) {
    if (!/FAILED|ROLLBACK/.test(status)) continue;
    const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
    const reason = firstFailure(
      StackEvents.map(({ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason }) => ({
        LogicalResourceId: LogicalResourceId ?? '',
        ResourceType: ResourceType ?? '',
        ResourceStatus: ResourceStatus ?? '',
        ResourceStatusReason: ResourceStatusReason ?? '',
      })),
    );
    if (reason) return `${name}: ${reason}`;
  }
  return undefined;
};
