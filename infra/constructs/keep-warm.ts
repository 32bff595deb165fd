import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { WarmUp } from '../../layers/platform/http/warm-up.ts';

/** The minutes between two calls: Lambda keeps an idle container for at least about this long. */
export const WARM_MINUTES = 5;

/** The targets that EventBridge allows a rule. */
const MOST_TARGETS = 5;

/** Calls functions on a schedule, so that each has one container that is ready (the setting `keepWarm`). */
export class KeepWarm extends Construct {
  constructor(scope: Construct, functions: readonly IFunction[]) {
    super(scope, 'KeepWarm');
    const event = RuleTargetInput.fromObject({ warmUp: true } satisfies WarmUp);
    for (let at = 0; at < functions.length; at += MOST_TARGETS)
      new Rule(this, `Functions${at}`, {
        schedule: Schedule.rate(Duration.minutes(WARM_MINUTES)),
        // A call that failed is not worth another: the next is minutes away.
        targets: functions
          .slice(at, at + MOST_TARGETS)
          .map((one) => new LambdaFunction(one, { event, retryAttempts: 0 })),
      });
  }
}
