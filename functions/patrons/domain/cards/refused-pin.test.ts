import { refusedBirthday, refusedPin } from './refused-pin.ts';

test('finding S2: every reason against a PIN is said at once, at the field of the PIN', () => {
  const reasons = refusedPin('19800102', { shortest: 6, card: '2119800102001', birthDate: '1980-01-02' });
  expect(reasons.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['pin-birthday', '/body/pin'],
    ['pin-in-card-number', '/body/pin'],
  ]);
  expect(refusedPin('739164', { shortest: 6, card: '2119800102001', birthDate: '1980-01-02' })).toEqual([]);
});

test('finding S2: the date of birth is judged alone where only a right code shows that the caller may know it', () => {
  expect(refusedBirthday('111980', '1980-01-02')).toEqual([
    { code: 'pin-birthday', detail: 'A PIN must not show the date of birth', pointer: '/body/pin' },
  ]);
  expect(refusedBirthday('111111', '1980-01-02')).toEqual([]);
  expect(refusedBirthday('111980', undefined)).toEqual([]);
});
