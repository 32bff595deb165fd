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
 * The retry policy of a task, for a morning: after seconds at first, then at most every five minutes, with jitter, so that thousands of
 * executions that failed together do not retry together. A failure after that raises an alarm.
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
  /** The id passed from step to step, by which the table is read. */
  carries: string;
  comment: string;
};

/**
 * Creates a workflow that contains an id only: due work is done in the table, then it waits for an event (a task token answered by
 * whoever changes the table) or for `seconds`, and repeats; immediately where `next` is `again`. Created in the scope itself, so that an
 * existing workflow retains its name and path. Returns the machine.
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
    // The default retrier would come first and give up within minutes.
    retryOnServiceExceptions: false,
  });
  // Conflicts and throttling are temporary; the table holds the progress.
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
