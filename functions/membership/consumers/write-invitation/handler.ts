import { work } from '../../../../layers/platform/http/work.ts';
import type { Runtime } from '../../../../layers/platform/runtime/runtime.ts';
import { siteAddress } from '../../../../layers/platform/runtime/site-address.ts';
import { writeInvitation } from '../../use-cases/write-invitation.ts';
import { contract } from './contract.ts';

/** The event of the user pool before it sends a message; only the parts that are read. */
type MessageEvent = {
  triggerSource: string;
  request: { userAttributes: { name?: string }; codeParameter: string; usernameParameter: string | null };
  response: Record<string, unknown>;
};

const deps = (runtime: Runtime) => ({ site: () => siteAddress(runtime) });

/**
 * Words first and repeated invitations; the pool words its other messages. Without the site's address it leaves the pool's own text, because
 * a failed answer would leave an account to which no invitation was sent.
 */
export const handler = work(
  contract,
  deps,
  async (event: MessageEvent, { environment, site }): Promise<MessageEvent> => {
    const { triggerSource, request } = event;
    const { userAttributes, codeParameter: password, usernameParameter: account } = request;
    if (triggerSource !== 'CustomMessage_AdminCreateUser' || !account) return event;
    const person = { name: userAttributes.name, password, account };
    const invitation = await writeInvitation({ site }, { consortium: environment.need('CONSORTIUM_NAME'), person });
    if (!invitation) return event;
    const { subject, html } = invitation;
    return { ...event, response: { ...event.response, emailSubject: subject, emailMessage: html } };
  },
);
