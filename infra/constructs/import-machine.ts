import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  JsonPath,
  Map as MapState,
  StateMachine,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

type Props = {
  name: string;
  prepare: Lambda;
  part: Lambda;
  finish: Lambda;
  /** The ids passed from step to step. */
  carries: readonly string[];
  /** The parts are processed by phase: after each phase, the first step returns the next parts, until there are none. */
  byPhase?: true;
};

/** The number of parts processed in parallel. */
const SIDE_BY_SIDE = 4;

/**
 * The workflow of an import: prepare, process all parts (phase by phase, where defined), finish. It contains ids only: the parts are in
 * the table, so an inline map suffices for the largest file, on AWS and locally (ADR). A failed step is retried; a stopped import is
 * marked and can be restarted.
 */
export class ImportMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { name, prepare, part, finish, carries, byPhase }: Props) {
    super(scope, id);
    const step = (title: string, lambda: Lambda, payload: Record<string, unknown>): LambdaInvoke => {
      const invoke = new LambdaInvoke(this, title, {
        lambdaFunction: lambda,
        payload: TaskInput.fromObject(payload),
        payloadResponseOnly: true,
        retryOnServiceExceptions: false,
      });
      invoke.addRetry({ errors: ['States.ALL'], maxAttempts: 4, interval: Duration.seconds(2), backoffRate: 2 });
      return invoke;
    };
    const about = { input: JsonPath.objectAt('$'), execution: JsonPath.stringAt('$$.Execution.Id') };
    const ids = Object.fromEntries(carries.map((one) => [one, JsonPath.stringAt(`$.${one}`)]));
    const preparing = step('Prepare', prepare, about);
    const finishing = step('Finish', finish, { ...about, failed: false });
    const stopping = step('Note that it stopped', finish, { ...about, failed: true });
    const stopped = stopping.next(new Fail(this, 'Stopped', { cause: 'The load stopped and can be run again.' }));
    const parts = new MapState(this, 'Every part', {
      itemsPath: '$.parts',
      itemSelector: { ...ids, part: JsonPath.stringAt('$$.Map.Item.Value') },
      maxConcurrency: SIDE_BY_SIDE,
      resultPath: JsonPath.DISCARD,
    });
    parts.itemProcessor(step('Load a part', part, { ...ids, part: JsonPath.stringAt('$.part') }));
    for (const failing of [preparing, parts]) failing.addCatch(stopped, { resultPath: '$.error' });
    const begun = new Choice(this, 'Anything to do?')
      .when(Condition.booleanEquals('$.go', true), parts.next(byPhase ? preparing : finishing))
      .otherwise(byPhase ? finishing : new Succeed(this, 'Nothing to do'));
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      definitionBody: DefinitionBody.fromChainable(preparing.next(begun)),
    });
  }
}
