import { shelvingNamesSchema } from '../../functions/membership/domain/shelving-names.ts';
import { resolveLoanRule } from '../../layers/records/policies/domain/resolve.ts';
import { templateRules } from '../../web/src/features/membership/new-library/first-rules.ts';
import { memberTypes, templates } from '../../web/src/features/membership/new-library/templates.ts';
import { loanRules } from '../builders/policies.ts';
import { messagesIn } from '../builders/web-messages.ts';

// The longest id of a member: rules have ids of at most 24 characters.
const memberId = `m${'x'.repeat(31)}`;
const joined = (type: (typeof memberTypes)[number]) => loanRules(templateRules(memberId, type));
const lentAt = (type: (typeof memberTypes)[number], patronHome: string) =>
  resolveLoanRule(joined(type), undefined, {
    ...{ itemBranch: `${memberId}.main`, checkoutBranch: `${memberId}.main`, patronHome },
    ...{ patronCategory: 'adult', itemCategory: 'book', location: 'stacks' },
  }).values;

describe.each(memberTypes)('The template of a library of the type %s', (type) => {
  it('adds loan rules that the consortium can adopt, and by which the library lends to its patrons without fines', () => {
    const ids = joined(type).rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const days = { public: 21, academic: 28, school: 14, special: 21 }[type];
    expect(lentAt(type, memberId)).toMatchObject({
      ...{ lendable: true, requestOnly: false, holdable: true, loanPeriod: { days }, finePerDay: 0 },
    });
    expect(lentAt(type, 'riverton').requestOnly).toBe(type === 'special');
  });

  it.each(['en', 'es'] as const)('names its locations and item types in words (%s)', (language) => {
    const messages = messagesIn(language);
    const named = (kind: string, codes: readonly string[]) =>
      codes.map((code) => ({ code, name: messages[`template-${kind}.${code}`] }));
    const { locations, itemTypes } = templates[type];
    const names = { v: 0, locations: named('location', locations), itemTypes: named('item-type', itemTypes) };
    expect(shelvingNamesSchema.parse(names)).toEqual(names);
  });
});
