import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { contract as sweepTombstones } from '../../functions/discovery/sweep-tombstones/contract.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Discovery sweeps the index on a schedule. */
export class DiscoveryStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const { trigger } = sweepTombstones;
    if (trigger.by === 'schedule') {
      new Rule(this, 'SweepTombstones', {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(this.lambda(sweepTombstones.id))],
      });
    }
  }
}
