import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { accountReader } from './account-reader.ts';

const stacks = mockClient(CloudFormationClient);
beforeEach(() => stacks.reset());

test.each([
  ['CREATE_COMPLETE', true],
  ['UPDATE_ROLLBACK_COMPLETE', true],
  ['UPDATE_IN_PROGRESS', true],
  ['ROLLBACK_COMPLETE', false],
  ['ROLLBACK_FAILED', false],
  ['CREATE_FAILED', false],
  ['REVIEW_IN_PROGRESS', false],
] as const)('finding W1: a stack in the state %s was created: %s', async (StackStatus, created) => {
  const CreationTime = new Date('2026-03-02T11:00:00Z');
  stacks.on(DescribeStacksCommand).resolves({ Stacks: [{ StackName: 'Concord-content', StackStatus, CreationTime }] });
  expect(await accountReader('us-east-1').hasStack('Concord-content')).toBe(created);
});

test('a stack that CloudFormation does not know was not created, and another failure is reported', async () => {
  const unknown = Object.assign(new Error('Stack with id Concord-content does not exist'), { name: 'ValidationError' });
  stacks.on(DescribeStacksCommand).rejectsOnce(unknown).rejectsOnce(new Error('AccessDenied'));
  const account = accountReader('us-east-1');
  expect(await account.hasStack('Concord-content')).toBe(false);
  await expect(account.hasStack('Concord-content')).rejects.toThrow('AccessDenied');
});
