import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, DefinitionBody, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

/**
 * The workflow of a job over the whole table: one function, called again with its output until it returns no `go`, because a call is
 * limited to 15 minutes. A failed call is retried from its start, which is safe because the jobs are idempotent; a stopped job can be
 * started again.
 */
export class RebuildMachine extends Construct {
  constructor(scope: Construct, id: string, { name, job, comment }: { name: string; job: Lambda; comment: string }) {
    super(scope, id);
    const step = new LambdaInvoke(this, 'Do a part', {
      lambdaFunction: job,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    step.addRetry({ errors: ['States.ALL'], maxAttempts: 5, interval: Duration.seconds(10), backoffRate: 3 });
    const more = new Choice(this, 'More to do?')
      .when(Condition.booleanEquals('$.go', true), step)
      .otherwise(new Succeed(this, 'Done'));
    new StateMachine(this, 'Machine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(step.next(more)),
      comment,
    });
  }
}
