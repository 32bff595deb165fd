import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import { openness } from '../domain/access/openness.ts';
import type { PatronChange } from '../domain/record/change.ts';
import { MOST_NOTES, mayEnd, type Note } from '../domain/record/note.ts';
import { openRefusals } from '../schemas.ts';

type Deps = Pick<PatronsStores, 'patrons' | 'notes' | 'patronsPolicy'>;
type At = { patronId: string; branchId: string; now: number };

const unknown = refuse('patron-unknown', 'There is no such patron.', '/path/patronId');

/** Finds a patron whose record the member of a branch may open, or says why not. */
const openedAt = async ({ patrons, patronsPolicy }: Deps, { patronId, branchId, now }: At) => {
  const [status, policy] = await Promise.all([patrons.status(patronId), patronsPolicy(now)]);
  if (!status) return unknown;
  const opened = openness(status, memberOfBranch(branchId), policy);
  return opened === 'open' ? { status } : refuse(opened, openRefusals[opened].meaning);
};

/** Adds a note about a patron. */
export const addNote = async (
  deps: Deps,
  {
    noteId,
    text,
    readers,
    alert,
    change,
    beside,
    ...at
  }: At & Pick<Note, 'noteId' | 'text' | 'readers'> & { alert: boolean; change: PatronChange; beside: Write[] },
) => {
  const found = await openedAt(deps, at);
  if ('refused' in found) return found;
  const { patronId } = found.status;
  if ((await deps.notes.list(patronId)).length >= MOST_NOTES) return refuse('too-many-notes', 'Remove some first.');
  const { at: when, by } = change;
  const note = { noteId, at: when, by, branchId: at.branchId, readers, text, ...(alert && { alert: true as const }) };
  return (await deps.notes.add(patronId, note, change, beside)) ? answer({ noteId }) : unknown;
};

/** Clears the alert of a note, or removes the note. */
export const endNote = async (
  { patrons, notes }: Deps,
  {
    patronId: id,
    noteId,
    branchId,
    end,
    change,
    beside,
  }: Omit<At, 'now'> & {
    noteId: string;
    end: 'clearAlert' | 'remove';
    change: PatronChange;
    beside: (done: { noteId: string }) => Write[];
  },
) => {
  const status = await patrons.status(id);
  if (!status) return unknown;
  const { patronId } = status;
  const note = await notes.get(patronId, noteId);
  const gone = refuse('note-unknown', 'There is no such note of this library.', '/path/noteId');
  if (!note || !mayEnd(note, memberOfBranch(branchId), status)) return gone;
  return (await notes[end](patronId, noteId, change, beside({ noteId }))) ? answer({ noteId }) : gone;
};
