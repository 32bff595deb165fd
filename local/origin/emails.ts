import * as z from 'zod';
import { escapedHtml } from '../../layers/kernel/text/escape-html.ts';
import type { SentText } from './texts.ts';

const messagesSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        Source: z.string(),
        To: z.array(z.string()),
        Subject: z.string(),
        BodyText: z.string(),
        Timestamp: z.number(),
      }),
    ),
  ),
});

/** An e-mail that was sent here; `at` is ISO 8601. */
export type SentEmail = { id: string; from: string; to: string[]; subject: string; text: string; at: string };

/** Returns every e-mail sent through the emulator's SES, newest first. Takes the emulator's address. */
export const sentEmails = async (emulator: string): Promise<SentEmail[]> => {
  const answer = await fetch(`${emulator}/_ministack/ses/messages`);
  const { messages } = messagesSchema.parse(await answer.json());
  return Object.values(messages)
    .flat()
    .toSorted((one, other) => other.Timestamp - one.Timestamp)
    .map(({ MessageId: id, Source: from, To: to, Subject: subject, BodyText: text, Timestamp }) => ({
      ...{ id, from, to, subject, text },
      at: new Date(Timestamp * 1000).toISOString(),
    }));
};

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}article{border-top:1px solid #999;padding:1rem 0}h2{font-size:1rem;margin:0}p{margin:.2rem 0;color:#555}pre{white-space:pre-wrap;font:inherit;margin:.8rem 0 0}';

/** Returns a text as HTML in which web addresses are links. */
const linked = (text: string): string =>
  escapedHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, (address) => `<a href="${address}">${address}</a>`);

const article = ({ to, subject, text, at }: SentEmail): string =>
  `<article><h2>${escapedHtml(subject)}</h2><p>to ${escapedHtml(to.join(', '))}, ${escapedHtml(at)}</p><pre>${linked(text)}</pre></article>`;

const textArticle = ({ to, text }: SentText): string =>
  `<article><h2>${escapedHtml(to)}</h2><pre>${linked(text)}</pre></article>`;

/** Renders the page of e-mails and text messages sent locally; none is delivered. Takes the e-mails, newest first. */
export const emailPage = (emails: readonly SentEmail[], texts: readonly SentText[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>E-mail and text messages sent here</title><style>${style}</style><h1>E-mail sent here</h1>${
    emails.length === 0 ? '<p>None yet.</p>' : emails.map(article).join('')
  }<h1>Text messages sent here</h1>${texts.length === 0 ? '<p>None yet.</p>' : texts.map(textArticle).join('')}</html>`;
