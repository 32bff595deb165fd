import type { Construct } from 'constructs';
import type { ConcordFunction } from '../constructs/concord-function.ts';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Membership's stack, with one addition: the function that invites the first administrator knows the address of the settings. */
export class MembershipStack extends ContextStack {
  /** The function that invites the first administrator: the web stack calls it, when the site has an address. */
  get inviting(): ConcordFunction {
    return this.lambda('membership-invite-first-administrator');
  }

  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    this.inviting.addEnvironment('FIRST_ADMINISTRATOR', this.shared.config.firstAdministrator);
  }
}
