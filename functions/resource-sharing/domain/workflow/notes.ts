import type { Attention } from './states.ts';
import type { MessageName, Side, Trigger } from './triggers.ts';

/**
 * How a side writes and receives notes: the step, the message sent, the message received, and the step that marks a
 * note as read.
 */
type Writing = { write: Trigger; sends: MessageName; hears: Trigger; read: Trigger };

/** Notes between libraries: they move nothing, and request staff attention until they are read. */
export const NOTES = {
  requester: {
    write: 'write-to-supplier',
    sends: 'RequesterWrites',
    hears: 'supplier-wrote',
    read: 'supplier-note-read',
  },
  supplier: {
    write: 'write-to-requester',
    sends: 'SupplierWrites',
    hears: 'requester-wrote',
    read: 'requester-note-read',
  },
} as const satisfies Record<Side, Writing>;

/** The attention until a note is read. */
export const NOTE_RECEIVED = 'note-received';

/** The attention until a message has reached the partner, or staff have settled it in another way. */
export const UNDELIVERED = 'message-undelivered';

/** The step of each side that settles a message that did not reach the partner. */
export const SETTLES_UNDELIVERED = {
  requester: 'failed-message-settled',
  supplier: 'failed-answer-settled',
} as const satisfies Record<Side, Trigger>;

/** The attentions that reading ends: the partner's note, or its contradiction of our state. */
export const READ_AWAY: ReadonlySet<Attention | undefined> = new Set([NOTE_RECEIVED, 'sides-disagree']);

const writing = Object.values(NOTES).flatMap(({ write, hears, read }) => [write, hears, read]);
const delivery = ['undelivered', 'delivered-late', ...Object.values(SETTLES_UNDELIVERED)];
const steps: readonly string[] = [...writing, ...delivery, 'contradicted'];

/** Whether a note says more than a broker's standard note about whom it asked (`Supplier: ISIL:XX-1`). */
export const wantsReading = (note: string): boolean =>
  note.split('\n').some((line) => line.trim() !== '' && !/^\s*supplier: ?\S{1,100}\s*$/i.test(line));

/** Whether a trigger is about notes or the delivery of messages: it is no arrow of the diagram, and no usual next step. */
export const isNote = (trigger: string): boolean => steps.includes(trigger);
