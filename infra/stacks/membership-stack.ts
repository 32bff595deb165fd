import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { ContextStack, type ContextStackProps } from './context-stack.ts';

/** Membership's stack, with one addition: it invites the first administrator after a deployment, once. */
export class MembershipStack extends ContextStack {
  constructor(scope: Construct, id: string, props: ContextStackProps) {
    super(scope, id, props);
    const inviting = this.lambda('membership-invite-first-administrator');
    inviting.addEnvironment('FIRST_ADMINISTRATOR', this.shared.config.firstAdministrator);
    // Its permissions are part of the function, so it runs after table and pool can be written.
    new Trigger(this, 'InviteFirstAdministrator', { handler: inviting });
  }
}
