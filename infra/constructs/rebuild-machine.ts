import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, DefinitionBody, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

/**
 * The workflow of an index rebuild: one function, called again until the table is done, because a call is limited to 15 minutes. A failed
 * call is retried from its start, which is safe because writing a document is idempotent; a stopped rebuild leaves the index unchanged.
 */
export class RebuildMachine extends Construct {
  constructor(scope: Construct, id: string, { name, rebuild }: { name: string; rebuild: Lambda }) {
    super(scope, id);
    const step = new LambdaInvoke(this, 'Rebuild a part', {
      lambdaFunction: rebuild,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    step.addRetry({ errors: ['States.ALL'], maxAttempts: 5, interval: Duration.seconds(10), backoffRate: 3 });
    const more = new Choice(this, 'More of the table?')
      .when(Condition.booleanEquals('$.go', true), step)
      .otherwise(new Succeed(this, 'Searched from now on'));
    new StateMachine(this, 'Machine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(step.next(more)),
      comment: 'Rebuilds the union index from the table, while it is searched and written.',
    });
  }
}
