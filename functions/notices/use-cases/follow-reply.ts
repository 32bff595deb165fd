import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { attributeUsage, causedBy } from '../../../layers/platform/runtime/meter.ts';
import { answeredConsents } from '../../patrons/public/answered-consents.ts';
import { changeWrite } from '../../patrons/public/patron-change-store.ts';
import { personItem } from '../../patrons/public/person-item.ts';
import { type NoticeNumber, replyWrite } from '../data/notice-number-store.ts';
import type { NoticesDeps } from '../deps.ts';
import { askedByReply } from '../domain/reply-keywords.ts';
import type { TextReply } from '../domain/text-reply.ts';

type Deps = NoticesDeps & { ids: Ids };
type Asked = NonNullable<ReturnType<typeof askedByReply>>;

/** Follows a reply for one patron of the number; nothing when it was followed before, or something later was. */
const followFor = async (deps: Deps, found: NoticeNumber, asked: Asked, at: string, now: number): Promise<void> => {
  const { patronId } = found;
  const [patron, number] = await Promise.all([
    deps.patrons.get(patronId, { strong: true }),
    deps.numbers.get(patronId, { strong: true }),
  ]);
  if (!patron || number?.number !== found.number) return;
  attributeUsage({ cause: patron.status.homeMember });
  const { contactConsents } = patron.person;
  const { given, at: since = '' } = contactConsents?.sms ?? {};
  // Replies may arrive twice and out of order. START gives back only what STOP took.
  const applies =
    asked === 'stop'
      ? given === true && since < at && number.stoppedAt === undefined
      : given === false && number.stoppedAt !== undefined && number.stoppedAt < at;
  if (!applies) return;
  const isStop = asked === 'stop';
  const sms = { given: !isStop, at, source: 'reply' as const };
  const person = { ...patron.person, contactConsents: answeredConsents(contactConsents, { sms }, at) };
  const changeId = deps.ids.next('change', now);
  const change = { changeId, at, by: 'patron', did: 'notices-chosen' as const, detail: { reply: asked } };
  const conflict = await causedBy({ cause: patron.status.homeMember }, () =>
    deps.table.write([
      { put: personItem({ ...person, v: person.v + 1 }), when: unchanged(person.v) },
      replyWrite(number, isStop ? at : undefined),
      changeWrite(patronId, change),
    ]),
  );
  if (conflict) throw new TableConflict('The patron was changed at the same time.');
};

/**
 * Follows a reply to a text message, for every patron with its number: STOP withdraws the consent to text messages, START gives it back
 * where STOP had taken it. Any other reply does nothing: the provider answers HELP.
 */
export const followReply = async (deps: Deps, { number, text, at }: TextReply, now: number): Promise<void> => {
  const asked = askedByReply(text);
  if (asked === undefined) return;
  for (const found of await deps.numbers.byNumber(number)) await followFor(deps, found, asked, at, now);
};
