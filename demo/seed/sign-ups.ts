import { patronStore } from '../../functions/patrons/public/patron-store.ts';
import { temporaryWrite } from '../../functions/patrons/public/temporary-patron.ts';
import { temporaryStatus } from '../../functions/patrons/public/temporary-status.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { defaultPatrons } from '../../layers/records/policies/domain/patrons.ts';
import { patronByKey } from '../patrons.ts';
import type { Performer } from './in-process.ts';

const DAY = 86_400_000;

/** Patrons of the demo, one of each library, who signed up once more: each may be the patron of the same name and birth date. */
const again = ['sato-kenji', 'olsen-birgit', 'schwarz-lukas', 'rahman-tasnim', 'da-costa-helena', 'pena-oscar'];

/** The people who signed up for a card and wait at a desk. */
const people = [
  { family: 'Delacroix', given: 'Noé', birthDate: '1996-04-18', homeBranch: 'riverton.main', daysAgo: 9 },
  { family: 'Haddad', given: 'Salma', birthDate: '2001-11-05', homeBranch: 'riverton.eastside', daysAgo: 4 },
  { family: 'Brennan', given: 'Orla', birthDate: '1972-02-27', homeBranch: 'lakeshore.main', daysAgo: 3 },
  ...again
    .map(patronByKey)
    .map(({ name, birthDate, branch: homeBranch }) => ({ ...name, birthDate, homeBranch, daysAgo: 1 })),
];

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/**
 * Stores the demo's sign-ups as their confirmation would: the code of a confirmation is in an e-mail, which the demo does not send. `now`
 * in epoch ms.
 */
export const signUpSome = async ({ runtime }: Performer, now: number): Promise<void> => {
  const patrons = patronStore(openTable(runtime));
  for (const [place, { family, given, birthDate, homeBranch, daysAgo }] of people.entries()) {
    const at = new Date(now - daysAgo * DAY).toISOString();
    const patronId = runtime.ids.next('patron', Date.parse(at));
    const homeMember = homeBranch.slice(0, homeBranch.indexOf('.'));
    const temporary = temporaryStatus(defaultPatrons, at);
    await patrons.register({
      status: { ...{ patronId, homeMember, homeBranch, minor: false }, ...temporary },
      person: { name: { family, given }, birthDate, email: `${plain(family)}.${place}@example.org` },
      ...{ card: `T20948371${String(place).padStart(2, '0')}`, now: Date.parse(at), at },
      beside: [temporaryWrite(patronId, homeMember, temporary.expiresOn)],
    });
  }
};
