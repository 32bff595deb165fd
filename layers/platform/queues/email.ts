import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

import { count } from '../runtime/meter.ts';

/** A plain e-mail. */
export type Email = { to: string; subject: string; text: string };

let shared: SESv2Client | undefined;
let once: SESv2Client | undefined;

const clientFor = (how: 'retried' | 'once'): SESv2Client => {
  if (how === 'retried') {
    shared ??= new SESv2Client({});
    return shared;
  }
  once ??= new SESv2Client({ maxAttempts: 1 });
  return once;
};

/**
 * Sends an e-mail from the deployment's verified sender. The service knows no idempotency: `once` is for callers that keep
 * a claim, since the client's own retry after a lost answer would send a second one behind their back.
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

/** Whether the service surely did not take the e-mail: it answered, and refused. After no answer nobody knows. */
export const surelyNotSent = (error: unknown): boolean => {
  const status = (error as { $metadata?: { httpStatusCode?: number } })?.$metadata?.httpStatusCode;
  return status !== undefined && status >= 400 && status < 500;
};
