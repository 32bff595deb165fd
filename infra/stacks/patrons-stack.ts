import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { contract as erasePatrons } from '../../functions/patrons/erase-patrons/contract.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Patrons has one thing more: the erasures that were asked for are carried out by the clock. */
export class PatronsStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const { trigger } = erasePatrons;
    if (trigger.by !== 'schedule') throw new Error(`${erasePatrons.id} goes by the clock.`);
    new Rule(this, 'ErasePatrons', {
      schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
      targets: [new LambdaFunction(this.lambda(erasePatrons.id))],
    });
  }
}
