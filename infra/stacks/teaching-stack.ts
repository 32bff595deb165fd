import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Teaching has what the calendar sets off: terms end, school years begin. */
export class TeachingStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    for (const { id: name, context, trigger } of props.consumers) {
      if (context !== this.context || trigger.by !== 'schedule') continue;
      new Rule(this, `Every${name}`, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(this.lambda(name))],
      });
    }
  }
}
