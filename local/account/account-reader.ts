import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetAccountSummaryCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';

/** Questions to the AWS account that a deployment would go to. Each throws when AWS refuses the question. */
export type AccountReader = {
  /** The number of the account whose credentials are in use. */
  number(): Promise<string>;
  /** The version of the CDK's bootstrap in a region; undefined when the region is not bootstrapped. */
  bootstrapVersion(region: string): Promise<number | undefined>;
  /** How many functions may run at the same time, in the deployment's region. */
  concurrency(): Promise<number>;
  roles(): Promise<{ used: number; allowed: number }>;
  /** Whether an identity (an address or a domain) is verified in SES, and whether SES sends to everybody or within its sandbox only. */
  sender(identity: string): Promise<{ verified: boolean; sandbox: boolean }>;
  /** Whether a stack was created completely, in the deployment's region; not after a failed first attempt. */
  hasStack(name: string): Promise<boolean>;
};

/** The states of a stack whose creation has not succeeded yet. */
const neverCreated = /^(?:REVIEW_IN_PROGRESS|CREATE_FAILED|ROLLBACK_)/;

const named = (error: unknown, ...names: string[]): boolean => error instanceof Error && names.includes(error.name);

const verified = async (ses: SESv2Client, EmailIdentity: string): Promise<boolean> => {
  try {
    return (await ses.send(new GetEmailIdentityCommand({ EmailIdentity }))).VerifiedForSendingStatus === true;
  } catch (error) {
    if (named(error, 'NotFoundException')) return false;
    throw error;
  }
};

/** Asks AWS, with the credentials of the environment or profile. Takes the deployment's region. */
export const accountReader = (region: string): AccountReader => {
  const inRegion = { region, maxAttempts: 2 };
  const lambda = new LambdaClient(inRegion);
  const ses = new SESv2Client(inRegion);
  const stacks = new CloudFormationClient(inRegion);
  return {
    number: async () => (await new STSClient(inRegion).send(new GetCallerIdentityCommand({}))).Account ?? '',
    bootstrapVersion: async (where) => {
      const ssm = new SSMClient({ ...inRegion, region: where });
      try {
        const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/cdk-bootstrap/hnb659fds/version' }));
        return Number(Parameter?.Value);
      } catch (error) {
        if (named(error, 'ParameterNotFound')) return undefined;
        throw error;
      }
    },
    concurrency: async () =>
      (await lambda.send(new GetAccountSettingsCommand({}))).AccountLimit?.ConcurrentExecutions ?? 0,
    roles: async () => {
      // IAM is global; its endpoint is in us-east-1.
      const iam = new IAMClient({ ...inRegion, region: 'us-east-1' });
      const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
      return { used: SummaryMap?.Roles ?? 0, allowed: SummaryMap?.RolesQuota ?? 0 };
    },
    sender: async (identity) => {
      const known = await verified(ses, identity);
      const { ProductionAccessEnabled } = await ses.send(new GetAccountCommand({}));
      return { verified: known, sandbox: ProductionAccessEnabled !== true };
    },
    hasStack: async (StackName) => {
      try {
        const { Stacks: [found] = [] } = await stacks.send(new DescribeStacksCommand({ StackName }));
        return found !== undefined && !neverCreated.test(found.StackStatus ?? '');
      } catch (error) {
        // What CloudFormation answers for a stack that does not exist.
        if (named(error, 'ValidationError')) return false;
        throw error;
      }
    },
  };
};
