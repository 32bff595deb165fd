import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { contract as carryOn } from '../../functions/patrons/carry-on/contract.ts';
import { contract as erasePatrons } from '../../functions/patrons/erase-patrons/contract.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

const byTheClock = { ErasePatrons: erasePatrons, CarryOn: carryOn };

/** Patrons has one thing more: erasures that were asked for and merges that were broken off are brought on by the clock. */
export class PatronsStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    for (const [name, { id: lambda, trigger }] of Object.entries(byTheClock)) {
      if (trigger.by !== 'schedule') throw new Error(`${lambda} goes by the clock.`);
      new Rule(this, name, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(this.lambda(lambda))],
      });
    }
  }
}
