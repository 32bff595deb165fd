import { escapedHtml } from '../../../layers/kernel/text/escape-html.ts';
import { FIRST_ADMINISTRATOR } from './staff.ts';

/** The greatest length of a subject that the user pool takes. */
const LONGEST_SUBJECT = 140;

/** A person to invite: the name, if known, and the pool's placeholders for the temporary password and the account. */
type Invited = { name: string | undefined; password: string; account: string };

/**
 * Returns the invitation of a staff member by e-mail. The pool requires the account's user name in it; people sign in with their address,
 * which is an alias of it.
 */
export const invitationOf = (
  { consortium, site }: { consortium: string; site: string },
  { name, password, account }: Invited,
): { subject: string; html: string } => {
  const place = escapedHtml(site);
  const lines = [
    ...(name && name !== FIRST_ADMINISTRATOR ? [`Hello ${escapedHtml(name)},`] : []),
    `you are invited to work in the library system ${escapedHtml(consortium)}.`,
    `Sign in at <a href="${place}">${place}</a> with the e-mail address to which this message was sent and this temporary password:`,
    `<b>${password}</b>`,
    'It is valid for 7 days. You choose a password of your own when you sign in. Too late? Ask the person who invited you to send the invitation again.',
    `Number of your account, which you need not enter: ${account}`,
  ];
  return {
    subject: `Your invitation to ${consortium}`.slice(0, LONGEST_SUBJECT),
    html: lines.map((line) => `<p>${line}</p>`).join(''),
  };
};
