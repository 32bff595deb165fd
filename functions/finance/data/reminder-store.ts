import { absent, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import {
  type Reminder,
  type ReminderPause,
  reminderPauseSchema,
  reminderSchema,
} from '../domain/reminders/reminder.ts';
import { key } from './keys.ts';

/** Stores reminders of overdue invoices, and the days until which some are not reminded. */
export type ReminderStore = {
  /** Returns the reminders and pauses of a member's invoices. Always a strong read. */
  of(memberId: string): Promise<{ sent: Reminder[]; pauses: ReminderPause[] }>;
  /**
   * Claims a level of an invoice before its e-mail is sent, with the writes of the same transaction. False when the level is claimed
   * already, or when the member's account was written since it was read at version `v`: it may be paid.
   */
  claim(memberId: string, reminder: Reminder, v: number, writes?: readonly Write[]): Promise<boolean>;
  /** Records that the e-mail of a claimed level was sent. */
  settle(memberId: string, reminder: Reminder): Promise<void>;
  /** Removes the claim of a level whose e-mail was certainly not sent. */
  release(memberId: string, reminder: Reminder): Promise<void>;
};

/** Returns the write by which an invoice is not reminded until a day; a later one replaces it. */
export const pauseWrite = (memberId: string, pause: ReminderPause): Write => ({
  put: { ...key('reminderPause', { memberId, invoice: pause.invoice }), ...stamp('reminderPause', 1), pause },
});

const isSending = equals('reminder.state', 'sending');

/** Stores reminders in the table. */
export const reminderStore = (table: Table): ReminderStore => ({
  of: async (memberId) => {
    const { pk: partition } = key('reminder', { memberId, invoice: 'any', level: 'any' });
    const rows = await table.queryAll({ partition, strong: true });
    const ofKind = (entity: string) => rows.filter((row) => row.entity === entity);
    return {
      sent: ofKind('reminder').map(({ reminder }) => reminderSchema.parse(reminder)),
      pauses: ofKind('reminderPause').map(({ pause }) => reminderPauseSchema.parse(pause)),
    };
  },
  claim: async (memberId, reminder, v, writes = []) => {
    const place = key('reminder', { memberId, invoice: reminder.invoice, level: String(reminder.level) });
    const lost = await table.write([
      { put: { ...place, ...stamp('reminder', 1), reminder }, when: absent() },
      { check: key('accountHead', { memberId }), when: unchanged(v) },
      ...writes,
    ]);
    return lost === undefined;
  },
  settle: async (memberId, reminder) => {
    const place = key('reminder', { memberId, invoice: reminder.invoice, level: String(reminder.level) });
    const put = { ...place, ...stamp('reminder', 2), reminder: { ...reminder, state: 'sent' } };
    await table.write([{ put, when: isSending }]);
  },
  release: async (memberId, reminder) => {
    const place = key('reminder', { memberId, invoice: reminder.invoice, level: String(reminder.level) });
    await table.write([{ delete: place, when: isSending }]);
  },
});
