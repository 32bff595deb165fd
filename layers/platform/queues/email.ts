import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

import { clientSettings } from '../runtime/client-settings.ts';
import { count } from '../runtime/meter.ts';

/** A plain e-mail. */
export type Email = { to: string; subject: string; text: string };

let shared: SESv2Client | undefined;
let once: SESv2Client | undefined;

const clientFor = (how: 'retried' | 'once'): SESv2Client => {
  if (how === 'retried') {
    shared ??= new SESv2Client(clientSettings());
    return shared;
  }
  once ??= new SESv2Client(clientSettings({ requestMs: 8000, attempts: 1 }));
  return once;
};

/**
 * Sends an e-mail from the deployment's verified sender. The service has no idempotency: the client's own retry after a lost response
 * may send the same text twice, which is harmless for a code that is good once. Use `once` for any other e-mail.
 */
export const sendEmail = async (
  from: string,
  { to, subject, text }: Email,
  how: 'retried' | 'once' = 'retried',
): Promise<void> => {
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  count({ emails: 1 });
  await clientFor(how).send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: part(subject), Body: { Text: part(text) } } },
    }),
  );
};

/**
 * Returns whether the service certainly did not accept the e-mail, because it responded with a refusal. A missing response proves
 * nothing.
 */
export const surelyNotSent = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } })?.$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
};
