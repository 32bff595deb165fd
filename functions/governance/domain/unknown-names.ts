import { isPartner } from '../../../layers/kernel/identity/party.ts';
import type { LoanRules } from '../../../layers/records/policies/domain/loan-rules.ts';
import { LIBRARY_CATEGORY } from '../../circulation/public/library-category.ts';

/**
 * The names that loan rules may use, besides those of libraries outside. A set is undefined where the consortium has not decided which there
 * are.
 */
export type KnownNames = {
  members: ReadonlySet<string>;
  branches: ReadonlySet<string>;
  patronCategories: ReadonlySet<string> | undefined;
  residences: ReadonlySet<string> | undefined;
};

/** A name that nothing has, with the JSON pointer of its place in the policy. */
export type UnknownName = {
  pointer: string;
  name: string;
  what: 'member' | 'place' | 'patron category' | 'place of residence' | 'item type';
};

type Named = { pointer: string; name: string | undefined };

/**
 * Returns the names in loan rules that nothing has: members and branches that do not exist, categories and places of residence of patrons
 * that the policy of patrons does not have, and item types that are not in `itemTypes`. A rule with such a name would never apply. `at` is the
 * JSON pointer of the rules in the request.
 */
export const unknownNames = (
  { rules, groups, limitGroups, itemTypes, equipmentTypes }: LoanRules,
  { members, branches, patronCategories, residences }: KnownNames,
  at = '/body/body',
): UnknownName[] => {
  const types = itemTypes.length > 0 ? new Set([...itemTypes, LIBRARY_CATEGORY]) : undefined;
  const categories = patronCategories && new Set([...patronCategories, LIBRARY_CATEGORY]);
  const isPlace = (name: string): boolean => members.has(name) || branches.has(name);
  const found: UnknownName[] = [];
  const look = (what: UnknownName['what'], { pointer, name }: Named, isKnown: (name: string) => boolean): void => {
    if (name !== undefined && !isKnown(name)) found.push({ pointer: `${at}/${pointer}`, name, what });
  };
  const lookForType = (named: Named): void => look('item type', named, (name) => types?.has(name) ?? true);
  for (const [index, { setBy, when }] of rules.entries()) {
    const row = `rules/${index}`;
    look('member', { pointer: `${row}/setBy`, name: setBy }, (name) => name === 'consortium' || members.has(name));
    for (const place of ['itemOwner', 'checkout'] as const)
      look('place', { pointer: `${row}/when/${place}`, name: when[place] }, isPlace);
    // A library outside that borrows is at home at itself.
    const home = { pointer: `${row}/when/patronHome`, name: when.patronHome };
    look('place', home, (name) => isPlace(name) || isPartner(name));
    const category = { pointer: `${row}/when/patronCategory`, name: when.patronCategory };
    look('patron category', category, (name) => categories?.has(name) ?? true);
    for (const [test, codes] of Object.entries(when.patronResidence ?? {}))
      for (const [place, code] of codes.entries()) {
        const named = { pointer: `${row}/when/patronResidence/${test}/${place}`, name: code };
        look('place of residence', named, (name) => residences?.has(name) ?? true);
      }
    lookForType({ pointer: `${row}/when/itemCategory`, name: when.itemCategory });
  }
  for (const [index, name] of equipmentTypes.entries()) lookForType({ pointer: `equipmentTypes/${index}`, name });
  for (const [group, names] of Object.entries(groups))
    for (const [index, name] of names.entries()) lookForType({ pointer: `groups/${group}/${index}`, name });
  for (const [group, { itemCategories = [] }] of Object.entries(limitGroups))
    for (const [index, name] of itemCategories.entries())
      lookForType({ pointer: `limitGroups/${group}/itemCategories/${index}`, name });
  return found;
};
