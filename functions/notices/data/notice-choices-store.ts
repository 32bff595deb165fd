import { present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronChange } from '../../patrons/public/change.ts';
import type { ContactConsents } from '../../patrons/public/contact-consents.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { changeWrite } from '../../patrons/public/patron-change-store.ts';
import type { Patron } from '../../patrons/public/patron-store.ts';
import { personItem } from '../../patrons/public/person-item.ts';
import { type NoticeChoices, noChoices, noticeChoicesSchema } from '../domain/choices.ts';
import { key } from './keys.ts';

const keyOf = (patronId: string) => key('noticeChoices', { patronId });

/** Loads a patron's choices of notices; the default is every kind by e-mail. */
export const choicesOf = async (table: Table, patronId: string): Promise<NoticeChoices> => {
  const item = await table.get(keyOf(patronId));
  if (!item) return noChoices;
  const { optOuts, letters, receipts } = item;
  return noticeChoicesSchema.parse({ optOuts, letters, ...(receipts === true && { receipts }) });
};

/** A patron's choices as they are to be: with the language, the consents, and a write for the number of text messages. */
export type SavedChoices = {
  choices: NoticeChoices;
  language: string | undefined;
  contactConsents: ContactConsents | undefined;
  number: readonly Write[];
};

/**
 * Saves a patron's choices, the language of notices, the consent to text messages with their number, and the entry in the patron's log, in
 * one write. False when the patron's own data was changed meanwhile, or the patron was erased.
 */
export const saveChoices = async (
  table: Table,
  { status: { patronId }, person }: Patron,
  { choices, language, contactConsents, number }: SavedChoices,
  change: PatronChange,
): Promise<boolean> => {
  const { language: before, ...rest } = person.person;
  const after = { ...rest, ...(language !== undefined && { language }) };
  const changed = before !== language || contactConsents !== person.contactConsents;
  const saved = { ...person, person: after, v: person.v + 1, ...(contactConsents && { contactConsents }) };
  // Circulation reads in the status whether a loan causes a receipt.
  const receipts = choices.receipts ? { set: { receipts: true } } : { remove: ['receipts'] };
  const conflict = await table.write([
    { put: { ...keyOf(patronId), ...stamp('noticeChoices', 1), ...choices } },
    ...(changed ? [{ put: personItem(saved), when: unchanged(person.v) }] : []),
    { update: patronsKeys.key('patronStatus', { patronId }), ...receipts, when: present() },
    changeWrite(patronId, change),
    ...number,
  ]);
  return conflict === undefined;
};
