import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, DefinitionBody, StateMachine, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

/**
 * The workflow of a rebuild of the index: one function, called again until it has been through the table, as one call ends
 * after 15 minutes. A call that fails is tried again from where it began, as a document written twice is written once; a
 * rebuild that stops leaves the index as it was.
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
