import * as z from 'zod';
import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { type Note, noteReaders } from '../domain/record/note.ts';
import type { Block } from '../domain/record/patron-status.ts';
import { key, sortPrefix } from './keys.ts';
import { changeWrite } from './patron-change-store.ts';

const stored = z.object({
  noteId: z.string(),
  at: z.string(),
  by: z.string(),
  branchId: z.string(),
  readers: z.enum(noteReaders),
  text: z.string(),
  alert: z.literal(true).exactOptional(),
  block: z.object({ code: z.string(), scope: z.string() }).exactOptional(),
});

const noteItem = (patronId: string, note: z.infer<typeof stored>) => ({
  ...key('patronNote', { patronId, noteId: note.noteId }),
  ...stamp('patronNote', 1),
  ...note,
});

// A block has one reason, found by what identifies the block.
const blockNoteId = ({ code, scope }: Pick<Block, 'code' | 'scope'>): string => `block-${code}-${scope}`;

/** Returns the write of the note that says why a patron is blocked; without a reason it deletes that of an earlier block. */
export const blockNoteWrite = (
  patronId: string,
  { code, scope }: Block,
  { at, by, note: text }: PatronChange,
  branchId: string,
): Write => {
  if (text === undefined) return endBlockNoteWrite(patronId, { code, scope });
  const block = { code, scope };
  const note = { noteId: blockNoteId(block), at, by, branchId, readers: 'own-library' as const, text, block };
  return { put: noteItem(patronId, note) };
};

/** Returns the write that deletes the reason of a block. */
export const endBlockNoteWrite = (patronId: string, block: Pick<Block, 'code' | 'scope'>): Write => ({
  delete: key('patronNote', { patronId, noteId: blockNoteId(block) }),
});

/** Stores what staff note about patrons. */
export const patronNoteStore = (table: Table) => ({
  /** Lists a patron's notes, the oldest first. */
  list: async (patronId: string): Promise<Note[]> => {
    const { pk: partition } = key('patronStatus', { patronId });
    return (await table.queryAll({ partition, begins: sortPrefix('patronNote') })).map((item) => stored.parse(item));
  },
  /** Returns a note as it stands now. */
  get: async (patronId: string, noteId: string): Promise<Note | undefined> => {
    const item = await table.get(key('patronNote', { patronId, noteId }), { strong: true });
    return item && stored.parse(item);
  },
  /** Adds a note. False when the patron was erased meanwhile. */
  add: async (patronId: string, note: z.infer<typeof stored>, change: PatronChange, beside: readonly Write[]) => {
    const conflict = await table.write([
      { put: noteItem(patronId, note), when: absent() },
      { check: key('patronStatus', { patronId }), when: present() },
      changeWrite(patronId, change),
      ...beside,
    ]);
    return conflict === undefined;
  },
  /** Returns the write that deletes the reason of a block that is lifted. */
  endBlock: endBlockNoteWrite,
  /** Clears the alert of a note, which stays as a note. False when the note is gone. */
  clearAlert: async (patronId: string, noteId: string, change: PatronChange, beside: readonly Write[]) => {
    const update = { update: key('patronNote', { patronId, noteId }), remove: ['alert'], when: present() };
    return (await table.write([update, changeWrite(patronId, change), ...beside])) === undefined;
  },
  /** Removes a note. False when it is gone. */
  remove: async (patronId: string, noteId: string, change: PatronChange, beside: readonly Write[]) => {
    const gone = { delete: key('patronNote', { patronId, noteId }), when: present() };
    return (await table.write([gone, changeWrite(patronId, change), ...beside])) === undefined;
  },
});
