import { timesToLive } from './after-deploy.ts';
import { areWhole, firstFailure } from './stacks.ts';

describe('a failed deployment', () => {
  const stack = { LogicalResourceId: 'Concord-core', ResourceType: 'AWS::CloudFormation::Stack' };

  test('is explained by its oldest failure, not by the failures that follow from it', () => {
    const newestFirst = [
      { ...stack, ResourceStatus: 'CREATE_FAILED', ResourceStatusReason: 'The following resource(s) failed: [Queue]' },
      {
        LogicalResourceId: 'Bus',
        ResourceType: 'AWS::Events::EventBus',
        ResourceStatus: 'CREATE_FAILED',
        ResourceStatusReason: 'Resource creation cancelled',
      },
      {
        LogicalResourceId: 'Queue',
        ResourceType: 'AWS::SQS::Queue',
        ResourceStatus: 'CREATE_FAILED',
        ResourceStatusReason: 'The name is taken',
      },
      { ...stack, ResourceStatus: 'CREATE_IN_PROGRESS' },
    ];
    expect(firstFailure(newestFirst)).toBe('Queue (AWS::SQS::Queue): The name is taken');
  });

  test('without a failed resource the stack’s own reason is reported', () => {
    expect(firstFailure([{ ...stack, ResourceStatus: 'UPDATE_FAILED', ResourceStatusReason: 'No export' }])).toMatch(
      'No export',
    );
    expect(firstFailure([{ ...stack, ResourceStatus: 'CREATE_COMPLETE' }])).toBeUndefined();
  });
});

test('stacks are ready when every one exists and is complete', () => {
  const stacks = new Map([
    ['a', 'CREATE_COMPLETE'],
    ['b', 'UPDATE_COMPLETE'],
    ['c', 'UPDATE_ROLLBACK_COMPLETE'],
  ]);
  expect(areWhole(stacks, ['a', 'b'])).toBe(true);
  expect([areWhole(stacks, ['c']), areWhole(stacks, ['d']), areWhole(stacks, [])]).toEqual([false, false, false]);
});

test('the time to live in a template is found', () => {
  const ttl = { TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } };
  const template = {
    Resources: { T: { Type: 'AWS::DynamoDB::GlobalTable', Properties: ttl }, Q: { Type: 'AWS::SQS::Queue' } },
  };
  expect(timesToLive('Concord-core', template)).toEqual([
    { stack: 'Concord-core', logicalId: 'T', attribute: 'expiresAt' },
  ]);
});
