import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  IntegrationPattern,
  JitterType,
  JsonPath,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/**
 * A task is tried again for a morning: seconds after the first failures, then every five minutes at most, each after a time drawn
 * at random, so that thousands of executions that failed together do not come back together. What still fails then rings.
 */
const PATIENT = {
  maxAttempts: 100,
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxDelay: Duration.minutes(5),
  jitterStrategy: JitterType.FULL,
};

type Props = {
  name: string;
  advance: { lambda: Lambda; comment: string };
  wait: { lambda: Lambda; comment: string };
  /** The id that each step hands on, by which the table is read. */
  carries: string;
  comment: string;
};

/**
 * A workflow that holds an id only: what is due is done in the table, then it waits for news (a task token that whoever
 * changes the table answers) or until `seconds` are over, and what is due is done again; at once where `next` is `again`.
 * Made in the scope itself, so that a workflow that stands keeps its name and place. Gives the machine.
 */
export const waitForEventMachine = (
  scope: Construct,
  id: string,
  { name, advance, wait, carries, comment }: Props,
): StateMachine => {
  const step = new LambdaInvoke(scope, 'Advance', {
    lambdaFunction: advance.lambda,
    comment: advance.comment,
    payloadResponseOnly: true,
    // Its own retrier would come first and give up within minutes.
    retryOnServiceExceptions: false,
  });
  // Lost races and throttles pass by themselves; the table says how far it is.
  step.addRetry(PATIENT);
  const waiting = new LambdaInvoke(scope, 'WaitForEvent', {
    lambdaFunction: wait.lambda,
    comment: wait.comment,
    integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: TaskInput.fromObject({
      [carries]: JsonPath.stringAt(`$.${carries}`),
      v: JsonPath.numberAt('$.v'),
      token: JsonPath.taskToken,
    }),
    taskTimeout: Timeout.at('$.seconds'),
    retryOnServiceExceptions: false,
    resultPath: JsonPath.DISCARD,
  });
  waiting.addRetry({ errors: ['States.TaskFailed'], ...PATIENT });
  waiting.addCatch(step, { errors: ['States.Timeout'], resultPath: JsonPath.DISCARD });
  const next = new Choice(scope, 'Ended?')
    .when(Condition.stringEquals('$.next', 'wait'), waiting)
    .when(Condition.stringEquals('$.next', 'again'), step)
    .otherwise(new Succeed(scope, 'Done'));
  step.next(next);
  waiting.next(step);
  return new StateMachine(scope, id, {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromChainable(step),
    comment,
  });
};
