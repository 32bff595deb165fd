import { answeredConsents } from '../../patrons/public/answered-consents.ts';
import { personSchema } from '../../patrons/public/person-schema.ts';
import { mappingSchema } from './files/mapping.ts';
import { columnOfPath, consentAnswersOf, type Fields, fieldsOf, personOf } from './patron-feed.ts';

const fields: Fields = {
  ...{ family: 'Okafor', given: 'Amara', usedFamily: 'Okafor', usedGiven: 'Amy', born: '1987-03-14', language: 'eng' },
  ...{ phone: '030 555 0101', phoneLabel: 'home', phone2: '0171 555 0102', phone2Label: 'mobile' },
  ...{ address: 'Mühlenstraße 4\nHinterhaus', locality: 'Berlin', postalCode: '10115', country: 'DE' },
  ...{ emailConsent: '2024-05-01', phoneConsent: '2023-01-31' },
  ...{ card: '21', category: 'adult', branch: 'cedar.main', expires: '2028-03-31', residence: 'mitte' },
};
const at = '2026-03-02T10:00:00.000Z';

test('the columns of a file make a person with residence and dated consents, and are those of the person again', () => {
  const person = personSchema.parse(personOf(fields));
  expect(person).toMatchObject({
    usedName: { given: 'Amy' },
    address: { lines: ['Mühlenstraße 4', 'Hinterhaus'], locality: 'Berlin' },
    phones: [{ label: 'home' }, { number: '0171 555 0102', label: 'mobile' }],
  });
  const contactConsents = answeredConsents({}, consentAnswersOf(fields), at);
  expect(contactConsents.email).toEqual({ given: true, at: '2024-05-01T00:00:00.000Z' });
  const status = { category: 'adult', homeBranch: 'cedar.main', expiresOn: '2028-03-31', residence: 'mitte' };
  const mapping = mappingSchema.parse({ currency: 'EUR' });
  expect(fieldsOf({ ...status, person, contactConsents, card: '21' }, mapping)).toEqual(fields);
});

test('a consent that a later file does not have any more is withdrawn now; one never given stays unasked', () => {
  const before = answeredConsents({}, consentAnswersOf(fields), at);
  const { emailConsent: _, ...later } = fields;
  const after = answeredConsents(before, consentAnswersOf(later, before), at);
  expect(after).toEqual({ email: { given: false, at }, phone: before.phone });
});

test.each([
  [{ ...fields, phone2Label: 'fax' }, 'phone2Label'],
  [{ ...fields, phone: '1' }, 'phone'],
  [{ ...fields, country: 'DEU' }, 'country'],
  [{ ...fields, address: 'a\nb\nc\nd\ne' }, 'address'],
  [{ given: 'Amara' }, 'family'],
])('a value that no patron can have is reported with its column: %#', (wrong, column) => {
  const issues = personSchema.safeParse(personOf(wrong)).error?.issues ?? [];
  expect(issues.map(({ path }) => columnOfPath(path))).toEqual([column]);
});
