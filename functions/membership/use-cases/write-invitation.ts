import { inTime } from '../../../layers/platform/runtime/in-time.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { invitationOf } from '../domain/invitation.ts';

type Deps = { site: () => Promise<string> };
type Input = { consortium: string; person: Parameters<typeof invitationOf>[1] };

/** How long the address may take to read, in milliseconds: the pool waits five seconds for the message. */
const READ_MS = 3000;

/** Returns the invitation of a staff member; undefined when the address of the site is not read in time. */
export const writeInvitation = async ({ site }: Deps, { consortium, person }: Input) => {
  const address = await inTime(site(), READ_MS).catch((error: unknown) =>
    logError('read the address of the site', error),
  );
  return typeof address === 'string' ? invitationOf({ consortium, site: address }, person) : undefined;
};
