import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  Choice,
  Condition,
  DefinitionBody,
  IntegrationPattern,
  JsonPath,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { contract as carryMail } from '../../functions/resource-sharing/carry-mail/contract.ts';
import { machineNameOf } from '../constructs/grants.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/**
 * Resource sharing has two things more. The workflow around each loan request holds ids only: what is due is done in the
 * table; then it waits for news (a task token that every step of staff answers) or for the next time-out. And the queue of
 * mail to and from partners outside, which it lends to the relay and fills itself with what is to be tried again.
 */
export class ResourceSharingStack extends ContextStack {
  readonly mail: Queue;

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.mail = this.worked('PartnerMail', carryMail);
    const carrier = this.lambda(carryMail.id);
    carrier.addEnvironment('MAIL_QUEUE_URL', this.mail.queueUrl);
    this.mail.grantSendMessages(carrier);
    this.workflow();
  }

  private workflow(): void {
    const advance = new LambdaInvoke(this, 'Advance', {
      lambdaFunction: this.lambda('resource-sharing-advance-request'),
      comment: 'Set off what is due and ask the next supplier',
      payloadResponseOnly: true,
    });
    // Lost races and throttles pass by themselves; the table says how far it is.
    advance.addRetry({ maxAttempts: 8, interval: Duration.seconds(2), backoffRate: 2 });
    const wait = new LambdaInvoke(this, 'WaitForNews', {
      lambdaFunction: this.lambda('resource-sharing-await-news'),
      comment: 'Wait for an answer or another step, at most until the next time-out',
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({
        requestId: JsonPath.stringAt('$.requestId'),
        v: JsonPath.numberAt('$.v'),
        token: JsonPath.taskToken,
      }),
      taskTimeout: Timeout.at('$.seconds'),
      resultPath: JsonPath.DISCARD,
    });
    wait.addRetry({ errors: ['States.TaskFailed'], maxAttempts: 8, interval: Duration.seconds(2), backoffRate: 2 });
    wait.addCatch(advance, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });
    const next = new Choice(this, 'Ended?')
      .when(Condition.stringEquals('$.next', 'wait'), wait)
      .otherwise(new Succeed(this, 'Done'));
    advance.next(next);
    wait.next(advance);
    new StateMachine(this, 'LoanRequest', {
      stateMachineName: machineNameOf(this.shared.config, 'loan-request'),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromChainable(advance),
      comment: 'One loan request: ask, wait, ask the next, until the item is home or nobody can supply',
    });
  }
}
