import { changesIn, differingStacks, linesOfChanges, linesOfPermissions } from './changes.ts';

const diff = `Stack Concord-core (aws://111122223333/us-east-1)
IAM Statement Changes
│ + │ \${Q.Arn} │ Allow  │ sqs:SendMessage │ AWS:\${R} │           │

Parameters
[+] Parameter BootstrapVersion BootstrapVersion: {"Type":"AWS::SSM::Parameter::Value<String>"}

Resources
[+] AWS::SQS::Queue Q Q63C6E3AB
[~] AWS::Lambda::Function membership-whoami membershipwhoami65913A93
 └─ [~] Code
     └─ [~] .S3Key:
[~] AWS::DynamoDB::GlobalTable Table TableCD117FA1 replace
 └─ [~] KeySchema (requires replacement)
[~] AWS::Cognito::UserPool Staff Staff2CE8D2F9 may be replaced
[-] AWS::SNS::Topic AlarmTopic AlarmTopicD01E77F9 destroy

Outputs
[+] Output Site Site: {"Value":"https://x.example.org"}

Stack Concord-web (aws://111122223333/us-east-1)
There were no differences
Stack Concord-ops
Resources
[+] AWS::CloudWatch::Alarm Full Full1

✨  Number of stacks with differences: 2`.split('\n');

describe('finding W1: what a deployment will change', () => {
  test('is counted by stack, and what is replaced or removed is named', () => {
    expect(linesOfChanges(changesIn(diff))).toEqual([
      '  Concord-core                 1 new, 1 changed, 2 replaced, 1 removed, 2 other (parameters, outputs), with changes of permissions',
      '      replaced: AWS::DynamoDB::GlobalTable Table TableCD117FA1 replace',
      '      replaced: AWS::Cognito::UserPool Staff Staff2CE8D2F9 may be replaced',
      '      removed: AWS::SNS::Topic AlarmTopic AlarmTopicD01E77F9 destroy',
      '  Concord-ops                  1 new',
    ]);
  });

  test('is nothing where no resource differs', () => {
    const none = ['Stack Concord-web', 'There were no differences', '✨  Number of stacks with differences: 0'];
    expect(changesIn(none)).toEqual([]);
    expect([differingStacks(none), differingStacks(diff), differingStacks([])]).toEqual([0, 2, undefined]);
  });

  test('is shown where outputs or permissions alone differ', () => {
    const lines = [
      'Stack Concord-site',
      'IAM Statement Changes',
      '│ + │ * │ Allow │',
      '',
      '[~] Output Site Site: "a" to "b"',
    ];
    expect(linesOfChanges(changesIn(lines))).toEqual([
      '  Concord-site                 1 other (parameters, outputs), with changes of permissions',
    ]);
  });

  test('shows the changes of permissions row by row, except of a stack that is new as a whole', () => {
    const [core, ops] = changesIn(diff);
    if (!core || !ops) throw new Error('Two stacks differ.');
    expect(linesOfPermissions(core, true)).toEqual([
      'Changes of permissions in Concord-core',
      '  IAM Statement Changes',
      `  │ + │ \${Q.Arn} │ Allow  │ sqs:SendMessage │ AWS:\${R} │           │`,
    ]);
    expect(linesOfPermissions(core, false)).toEqual([]);
    expect(linesOfPermissions(ops, true)).toEqual([]);
  });
});
