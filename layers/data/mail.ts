import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

/** A plain e-mail. */
export type Mail = { to: string; subject: string; text: string };

let shared: SESv2Client | undefined;

/** Sends an e-mail from the deployment's verified sender. */
export const sendMail = async (from: string, { to, subject, text }: Mail): Promise<void> => {
  shared ??= new SESv2Client({});
  const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
  await shared.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: part(subject), Body: { Text: part(text) } } },
    }),
  );
};
