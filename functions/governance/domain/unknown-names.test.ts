import { aRule, loanRules } from '../../../test/builders/policies.ts';
import { unknownNames } from './unknown-names.ts';

const known = {
  members: new Set(['ash', 'elm']),
  branches: new Set(['ash.main', 'elm.east']),
  patronCategories: new Set(['adult', 'child']),
  residences: new Set(['ashton', 'elmfield']),
};

test('finding C2: rules name members, branches, categories and item types that exist, each with its row', () => {
  const rules = loanRules(
    [
      aRule({ id: 'good', setBy: 'ash', when: { itemOwner: 'ash.main', checkout: 'elm', patronCategory: 'child' } }),
      aRule({ id: 'bad', setBy: 'oak', when: { itemOwner: 'ash.west', patronHome: 'yew', patronCategory: 'adlut' } }),
      aRule({ id: 'type', when: { itemCategory: 'dvdd' } }),
    ],
    { itemTypes: ['book', 'dvd'], groups: { films: ['dvd', 'vhs'] } },
  );
  expect(unknownNames(rules, known).map(({ pointer, name, what }) => [pointer, name, what])).toEqual([
    ['/body/body/rules/1/setBy', 'oak', 'member'],
    ['/body/body/rules/1/when/itemOwner', 'ash.west', 'place'],
    ['/body/body/rules/1/when/patronHome', 'yew', 'place'],
    ['/body/body/rules/1/when/patronCategory', 'adlut', 'patron category'],
    ['/body/body/rules/2/when/itemCategory', 'dvdd', 'item type'],
    ['/body/body/groups/films/1', 'vhs', 'item type'],
  ]);
});

test('rules may name libraries outside, and the category and item type of their loans', () => {
  const outside = aRule({ id: 'outside', when: { patronHome: 'prt_01kb', patronCategory: 'interlibrary-loan' } });
  const borrowed = aRule({ id: 'borrowed', when: { itemCategory: 'interlibrary-loan' } });
  expect(unknownNames(loanRules([outside, borrowed], { itemTypes: ['book', 'dvd'] }), known)).toEqual([]);
});

test('places of residence are those of the policy of patrons, each named with its place in the row', () => {
  const rules = loanRules([
    aRule({ id: 'resident', when: { patronResidence: { in: ['ashton', 'ashtown'] } } }),
    aRule({ id: 'other', when: { patronResidence: { notIn: ['elmfeld'] } } }),
  ]);
  expect(unknownNames(rules, known).map(({ pointer, name, what }) => [pointer, name, what])).toEqual([
    ['/body/body/rules/0/when/patronResidence/in/1', 'ashtown', 'place of residence'],
    ['/body/body/rules/1/when/patronResidence/notIn/0', 'elmfeld', 'place of residence'],
  ]);
  expect(unknownNames(rules, { ...known, residences: undefined })).toEqual([]);
});

test('categories and item types that the consortium has not listed may have any name', () => {
  const rules = loanRules([aRule({ id: 'any', when: { itemCategory: 'zine', patronCategory: 'guest' } })]);
  expect(unknownNames(rules, { ...known, patronCategories: undefined })).toEqual([]);
});
