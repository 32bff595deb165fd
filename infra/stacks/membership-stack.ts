import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Membership has one thing more: after a deploy the first administrator is invited, once. */
export class MembershipStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const inviting = this.lambda('membership-invite-first-administrator');
    inviting.addEnvironment('FIRST_ADMINISTRATOR', this.shared.config.firstAdministrator);
    // Its permissions are part of the function, so it runs when table and pool can be written.
    new Trigger(this, 'InviteFirstAdministrator', { handler: inviting });
  }
}
