import * as z from 'zod';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { someLines } from '../../../../layers/kernel/text/typed-text.ts';
import { appliesOn, findBlock } from './blocks.ts';
import type { PatronStatus } from './patron-status.ts';

/** The readers of a note: every desk of the consortium that may open the record, or those of the library that wrote it. */
export const noteReaders = ['all', 'own-library'] as const;

export const noteTextSchema = someLines(1000);

/** How many notes a patron has at most. */
export const MOST_NOTES = 100;

/** A note of staff about a patron. An alert is shown whenever the card is scanned, until staff clear it. */
export const noteSchema = z.strictObject({
  noteId: z.string(),
  at: z.string(),
  /** The staff user who wrote it. */
  by: z.string(),
  branchId: z.string(),
  readers: z.enum(noteReaders),
  text: z.string(),
  alert: z.literal(true).optional(),
  /** The block whose reason it is. */
  block: z.strictObject({ code: z.string(), scope: z.string() }).optional(),
});
export type Note = z.infer<typeof noteSchema>;

/** Returns whether the desks of a member read a note: the patron's home reads the reason of every block. */
const reads = (
  { readers, branchId, block }: Pick<Note, 'readers' | 'branchId' | 'block'>,
  memberId: string,
  { homeMember }: Pick<PatronStatus, 'homeMember'>,
): boolean =>
  readers === 'all' || memberOfBranch(branchId) === memberId || (block !== undefined && memberId === homeMember);

/** Returns whether a desk of a member may clear or remove a note: of its own library, and at the patron's home any that it reads. */
export const mayEnd = (note: Note, memberId: string, { homeMember }: Pick<PatronStatus, 'homeMember'>): boolean =>
  note.block === undefined &&
  (memberOfBranch(note.branchId) === memberId || (memberId === homeMember && reads(note, memberId, { homeMember })));

/** Returns the notes that a desk of a member reads on a day: alerts first, then the newest; reasons of blocks only while those apply. */
export const notesFor = (
  notes: readonly Note[],
  { blocks, homeMember }: Pick<PatronStatus, 'blocks' | 'homeMember'>,
  memberId: string,
  day: string,
): Note[] => {
  const stands = ({ block }: Note): boolean => {
    const found = block && findBlock(blocks, block.code, block.scope);
    return block === undefined || (found !== undefined && appliesOn(found, day));
  };
  return notes
    .filter((note) => reads(note, memberId, { homeMember }) && stands(note))
    .toSorted((one, other) => (one.alert === other.alert ? (one.at < other.at ? 1 : -1) : one.alert === true ? -1 : 1));
};
