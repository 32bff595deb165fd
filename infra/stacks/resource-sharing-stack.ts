import type { Construct } from 'constructs';
import { machineNameOf } from '../constructs/grants.ts';
import { waitForEventMachine } from '../constructs/wait-for-event-machine.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/**
 * Resource sharing's stack, with the workflow of each request, which contains ids only. Due work is done in the table; then it waits for
 * an event (a task token that every staff step answers) or for the next time-out.
 */
export class ResourceSharingStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.workflow();
  }

  private workflow(): void {
    waitForEventMachine(this, 'LoanRequest', {
      name: machineNameOf(this.shared.config, 'loan-request'),
      advance: {
        lambda: this.lambda('resource-sharing-advance-request'),
        comment: 'Set off what is due and ask the next supplier',
      },
      wait: {
        lambda: this.lambda('resource-sharing-await-event'),
        comment: 'Wait for an answer or another step, at most until the next time-out',
      },
      carries: 'requestId',
      comment: 'One loan request: ask, wait, ask the next, until the item is home or nobody can supply',
    });
  }
}
