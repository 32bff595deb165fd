import { mergedContactConsents } from './contact-consents.ts';
import { editedPatron } from './edit-patron.ts';

const status = { category: 'adult', homeBranch: 'riverton.main', expiresOn: '2028-01-01', minor: false };
const person = {
  name: { family: 'Okafor', given: 'Amara' },
  birthDate: '1987-03-14',
  phones: [{ number: '555 1234', label: 'home' as const }],
};
const today = '2026-06-01T10:00:00.000Z';

test('an edit names the changed fields, and leaves the rest', () => {
  const after = { name: { given: 'Amara', family: 'Okafor' }, birthDate: '1987-03-14', email: 'amara@example.org' };
  const edited = editedPatron({ status, person }, { person: after, classes: { district: 'north' } }, today);
  expect(edited).toEqual({
    status: { ...status, classes: { district: 'north' } },
    person: after,
    changed: ['email', 'phones', 'classes'],
  });
});

test.each([
  ['2010-01-01', true],
  ['1980-01-01', false],
])('for a birth date of %s the patron is under age: %s', (birthDate, minor) => {
  const edited = editedPatron({ status, person }, { person: { ...person, birthDate } }, today);
  expect([edited.status.minor, edited.changed]).toEqual([minor, ['birthDate']]);
});

test('an edit without differences changes nothing', () => {
  expect(editedPatron({ status, person }, { person, category: 'adult' }, today).changed).toEqual([]);
});

test('residence is set, kept and removed; consents get the time of the answer, which a repeated answer keeps', () => {
  const settled = editedPatron({ status, person }, { residence: 'riverton', contactConsents: { email: true } }, today);
  expect(settled).toMatchObject({
    status: { residence: 'riverton' },
    contactConsents: { email: { given: true, at: today } },
    changed: ['residence', 'contactConsents'],
  });
  const later = '2026-07-01T10:00:00.000Z';
  const again = editedPatron(settled, { contactConsents: { email: true, sms: false } }, later);
  expect(again.contactConsents).toEqual({ email: { given: true, at: today }, sms: { given: false, at: later } });
  expect([again.status.residence, again.changed]).toEqual(['riverton', ['contactConsents']]);
  const gone = editedPatron(again, { residence: null, contactConsents: { email: false } }, later);
  expect(gone).toMatchObject({ contactConsents: { email: { given: false, at: later } } });
  expect(gone.status).not.toHaveProperty('residence');
});

test('of two merged records each channel has the later answer', () => {
  const [early, late] = ['2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  const merged = mergedContactConsents(
    { email: { given: true, at: early }, sms: { given: true, at: late } },
    { email: { given: false, at: late }, sms: { given: false, at: early }, post: { given: true, at: early } },
  );
  expect(merged).toEqual({
    email: { given: false, at: late },
    sms: { given: true, at: late },
    post: { given: true, at: early },
  });
});
