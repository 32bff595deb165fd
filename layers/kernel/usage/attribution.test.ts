import {
  attribute,
  attributionPolicySchema,
  defaultAttributionPolicy,
  type Evidence,
  ofMembers,
} from './attribution.ts';

describe('The attribution of a request', () => {
  it.each<[string, Evidence, string, string]>([
    [
      'staff act for the member of their branch',
      { caller: 'staff', workplace: 'abbey', home: 'lakeside' },
      'abbey',
      'staff-workplace',
    ],
    ['staff at no branch act for their member', { caller: 'staff', home: 'lakeside' }, 'lakeside', 'staff-home'],
    [
      'patrons act for their home library',
      { caller: 'patron', home: 'lakeside', portal: 'abbey' },
      'lakeside',
      'patron-home',
    ],
    ['a machine acts for its member', { caller: 'machine', home: 'hilltop' }, 'hilltop', 'machine-home'],
    [
      "an interlibrary request is the requester's, whoever works on it",
      { caller: 'staff', workplace: 'abbey', requester: 'lakeside' },
      'lakeside',
      'ill-request-requester',
    ],
    ["stream and queue work is its cause's", { caller: 'work', cause: 'abbey' }, 'abbey', 'caused-work-cause'],
    ['an anonymous search counts to the portal', { caller: 'anonymous', portal: 'abbey' }, 'abbey', 'anonymous-portal'],
    ['without a portal it is public use', { caller: 'anonymous' }, 'public-use', 'anonymous-public-use'],
    ["the consortium's own staff work for all", { caller: 'consortium' }, 'consortium', 'consortium-consortium'],
    ['work without a cause is unattributed', { caller: 'work' }, 'unattributed', 'unexplained'],
    ['a patron without a home is unattributed', { caller: 'patron' }, 'unattributed', 'unexplained'],
  ])('%s', (_, evidence, member, because) => {
    expect(attribute(defaultAttributionPolicy, evidence)).toEqual({ member, because });
  });

  it('counts only named members, and the consortium for work for all; a claim by a visitor is ignored', () => {
    const members = new Set(['abbey']);
    const named = { caller: 'work' as const, workplace: 'nowhere', home: 'abbey' };
    expect(
      ofMembers({ ...named, cause: 'consortium', requester: 'consortium', portal: 'consortium' }, members),
    ).toEqual({
      ...{ caller: 'work', home: 'abbey', cause: 'consortium', requester: 'consortium' },
    });
    const forAll = attribute(defaultAttributionPolicy, ofMembers({ caller: 'work', cause: 'consortium' }, members));
    expect(forAll).toEqual({ member: 'consortium', because: 'caused-work-cause' });
  });

  it('follows another policy that was adopted', () => {
    const policy = attributionPolicySchema.parse({ rules: [{ when: 'patron', to: 'portal' }] });
    expect(attribute(policy, { caller: 'patron', home: 'lakeside', portal: 'abbey' }).member).toBe('abbey');
  });

  it('refuses a policy with an unknown rule or none', () => {
    expect(attributionPolicySchema.safeParse({ rules: [] }).success).toBe(false);
    expect(attributionPolicySchema.safeParse({ rules: [{ when: 'full-moon', to: 'home' }] }).success).toBe(false);
  });
});
