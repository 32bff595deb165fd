import { UserPoolEmail, type UserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { Config } from '../config.ts';

// Sent only when the function that words invitations cannot (`membership-write-invitation`). Cognito requires the user name in it.
const invitationOf = ({ name, site }: Config): string =>
  [
    `<p>You are invited to work in the library system ${name}.</p>`,
    `<p>Sign in${site === undefined ? '' : ` at <a href="${site}">${site}</a>`} with the e-mail address to which this message was sent and this temporary password:</p>`,
    '<p><b>{####}</b></p>',
    '<p>It is valid for 7 days. You choose a password of your own when you sign in. Too late? Ask the person who invited you to send the invitation again.</p>',
    '<p>Number of your account, which you need not enter: {username}</p>',
  ].join('');

/**
 * Returns how the user pool writes to staff: its invitation, and the sender. E-mail is sent by SES when the settings name a sender;
 * otherwise by Cognito's own, which is limited to about 50 messages a day.
 */
export const staffEmail = (config: Config, region: string): Pick<UserPoolProps, 'email' | 'userInvitation'> => {
  const { name, noticeSender, senderIdentity } = config;
  const userInvitation = { emailSubject: `Your invitation to ${name}`, emailBody: invitationOf(config) };
  if (noticeSender === undefined) return { userInvitation };
  const verified = senderIdentity === undefined ? {} : { sesVerifiedDomain: senderIdentity };
  return {
    userInvitation,
    email: UserPoolEmail.withSES({ fromEmail: noticeSender, fromName: name, sesRegion: region, ...verified }),
  };
};
