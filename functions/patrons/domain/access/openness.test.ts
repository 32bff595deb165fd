import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { type Consent, openness, seesTitles, withConsent } from './openness.ts';

const policy = patronsSchema.parse({ sharing: { optIn: true, restricted: ['harcourt'] } });
const opened = [{ memberId: 'lakeshore', open: true, titles: false }];

test.each<[string, { homeMember: string; consents?: Consent[]; at?: string }, string]>([
  ['at home', { homeMember: 'lakeshore' }, 'open'],
  ['not opted in', { homeMember: 'riverton' }, 'not-opted-in'],
  ['opted in there', { homeMember: 'riverton', consents: opened }, 'open'],
  [
    'opted in elsewhere',
    { homeMember: 'riverton', consents: [{ memberId: 'ash', open: true, titles: true }] },
    'not-opted-in',
  ],
  ['of a restricted library', { homeMember: 'harcourt', consents: opened }, 'restricted'],
  ['of a restricted library at home', { homeMember: 'harcourt', at: 'harcourt' }, 'open'],
])('C76 the opt-in boundary: a patron %s', (_what, { at = 'lakeshore', ...patron }, expected) => {
  expect(openness(patron, at, policy)).toBe(expected);
});

test('C76 without an adopted opt-in a card opens everywhere', () => {
  expect(openness({ homeMember: 'riverton' }, 'lakeshore', patronsSchema.parse({}))).toBe('open');
});

test('C77 titles are visible at home and by consent, member by member; withdrawal removes the access', () => {
  const consents = withConsent(opened, { memberId: 'ash', open: false, titles: true });
  const patron = { homeMember: 'riverton', consents };
  expect(['riverton', 'ash', 'lakeshore', 'elm'].map((member) => seesTitles(patron, member))).toEqual([
    ...[true, true, false, false],
  ]);
  expect(openness(patron, 'ash', policy)).toBe('open');
  expect(withConsent(consents, { memberId: 'ash', open: false, titles: false })).toEqual(opened);
});
