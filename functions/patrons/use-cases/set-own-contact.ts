import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { saveEdit } from '../data/patron-edits.ts';
import type { PatronsStores } from '../data/patrons-stores.ts';
import type { Person } from '../domain/identity/person.ts';
import type { PatronChange } from '../domain/record/change.ts';
import type { ConsentAnswers } from '../domain/record/contact-consents.ts';
import { editedPatron } from '../domain/record/edit-patron.ts';

type OwnContact = {
  patronId: string;
  usedName?: Person['name'] | null | undefined;
  phones?: Person['phones'];
  contactConsents?: ConsentAnswers | undefined;
  now: number;
  change: (changed: string[]) => PatronChange;
  /** Writes of the same transaction. */
  beside: (done: { changed: string[] }) => Write[];
};

const withContact = ({ usedName, phones, ...person }: Person, wanted: OwnContact): Person => {
  const name = wanted.usedName === undefined ? usedName : wanted.usedName;
  const numbers = wanted.phones ?? phones ?? [];
  return { ...person, ...(name && { usedName: name }), ...(numbers.length > 0 && { phones: numbers }) };
};

/** Changes the used name, the phones and the consents to contact of a patron, as the patron says. */
export const setOwnContact = async (deps: PatronsStores, wanted: OwnContact) => {
  const patron = await deps.patrons.get(wanted.patronId, { strong: true });
  if (!patron) return refuse('gone', 'This patron is no longer here.');
  const { status, person } = patron;
  const before = { status, person: person.person, contactConsents: person.contactConsents };
  const { contactConsents } = wanted;
  const edited = editedPatron(before, { person: withContact(person.person, wanted), contactConsents }, iso(wanted.now));
  const { changed } = edited;
  if (changed.length === 0) return answer({ changed });
  const outcome = await saveEdit(deps.table, patron, edited, wanted.change(changed), wanted.beside({ changed }));
  return outcome === 'saved' ? answer({ changed }) : refuse('changed-meanwhile', 'Say it again.');
};
