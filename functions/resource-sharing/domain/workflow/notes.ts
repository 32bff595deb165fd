import type { Attention } from './states.ts';
import type { MessageName, Side, Trigger } from './triggers.ts';

/** How a side writes to the other and hears it: the step, what the other is sent, what reaches us, and the step of who has read it. */
type Writing = { write: Trigger; sends: MessageName; hears: Trigger; read: Trigger };

/** The words between libraries beside the workflow: they move nothing, and call for a person until somebody has read them. */
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

/** The attention that stands until a note has been read. */
export const NOTE_RECEIVED = 'note-received';

/** The attentions that are over when somebody has read what the partner says: its note, or that it sees things otherwise than we do. */
export const READ_AWAY: ReadonlySet<Attention | undefined> = new Set([NOTE_RECEIVED, 'sides-disagree']);

const writing = Object.values(NOTES).flatMap(({ write, hears, read }) => [write, hears, read]);
const steps: readonly string[] = [...writing, 'contradicted'];

/** Whether a note says more than a broker does of itself: whom it has asked (`Supplier: ISIL:XX-1`). */
export const wantsReading = (note: string): boolean =>
  note.split('\n').some((line) => line.trim() !== '' && !/^\s*supplier: ?\S{1,100}\s*$/i.test(line));

/** Whether a trigger is of writing and reading: no arrow of the diagram, no step that usually follows. */
export const isNote = (trigger: string): boolean => steps.includes(trigger);
