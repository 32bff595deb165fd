import * as z from 'zod';
import { operations } from '../../functions/operations.ts';
import { assuranceOf } from '../../layers/platform/http/assurance.ts';

/** The operations that a badge or code suffices for although they return several patrons, each with why the work of a desk needs it. */
const reasons: Record<string, string> = {
  'analytics-show-today': 'the first entries of the lists of work, by id and name',
  'circulation-list-courier': 'whom a copy in a tote is for, by id',
  'circulation-list-device-transactions': 'with whose card a device did what was not recorded, by id',
  'circulation-list-hold-shelf': 'whom the copies on the shelf are for',
  'circulation-list-hopeless-holds': 'whose holds no copy can fill, by id',
  'circulation-list-late-transits': 'whom a late copy is for, by id',
  'circulation-list-missing': 'whom a copy to be found is for, by id',
  'circulation-list-overdue': 'the copies of one branch; the handler refuses the list of the whole member',
  'circulation-list-pull-list': 'whom a copy to be fetched is for, by id',
  'circulation-list-queue': 'who waits for one title, by id',
  'circulation-list-shelf-to-clear': 'whom the copies to be cleared were for, by id',
  'circulation-list-transits': 'whom a copy on its way is for, by id',
  'circulation-reorder-holds': 'who waits for one title, by id',
  'circulation-scan': 'whom one scan concerns',
  'notices-list-letters': 'who waits for a letter, by id; printing takes the full sign-in',
  'patrons-list-proxies': 'who acts for one patron',
  'patrons-search-patrons':
    'a patron without a card is found by a text, without pages; the handler refuses the list by names',
  'teaching-lend-class-set': 'which of the scanned copies went to whom, by id',
};

const PATRON = /^(?:patronId|patronName|birthDate|heldFor|pupils?|borrower)$/;

/** Returns whether a JSON schema has a list whose entries, however deep, name a patron. */
const listsPatrons = (schema: unknown, isListed = false): boolean =>
  typeof schema === 'object' &&
  schema !== null &&
  Object.entries(schema).some(([name, part]) => {
    if (name === 'properties' && isListed && Object.keys(part).some((one) => PATRON.test(one))) return true;
    return listsPatrons(part, isListed || name === 'items' || name === 'additionalProperties');
  });

test('a badge or code at a shared desk opens no list of several patrons but those that the work of a desk needs', () => {
  const open = operations.filter((contract) => {
    const isForStaff = contract.permission.some(({ who }) => who === 'staff');
    const isText = contract.produces !== undefined;
    const schema = z.toJSONSchema(contract.output as z.ZodType, { unrepresentable: 'any', reused: 'inline' });
    return isForStaff && assuranceOf(contract) === 'desk' && (isText || listsPatrons(schema));
  });
  expect(open.map(({ id }) => id).toSorted()).toEqual(Object.keys(reasons));
});

test('lists of many patrons, of classes and of letters take the full sign-in', () => {
  const taking = operations.filter((contract) => assuranceOf(contract) === 'full').map(({ id }) => id);
  expect(taking).toEqual(
    expect.arrayContaining([
      ...['patrons-list-sign-ups', 'patrons-list-possible-duplicates', 'patrons-list-expiring-cards'],
      ...['teaching-show-class', 'teaching-print-class-loans', 'notices-print-letters'],
    ]),
  );
});
