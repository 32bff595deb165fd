import { shelfLabel } from './shelf-label.ts';

const person = { name: { family: 'Okafor', given: 'Amara' }, card: '21101000200112' };
const claim = { holdId: 'hld_01kb000000000000000000r17x', shelfExpiresAt: '2026-12-04T04:59:59.999Z' };

test.each([
  ['name', 'Okafor, Amara'],
  ['card', '0112'],
  ['code', 'R17X'],
] as const)('a hold slip says for whom by %s, as the branch chose, and until when', (kind, label) => {
  expect(shelfLabel(kind, person, claim)).toEqual({ kind, label, until: claim.shelfExpiresAt });
});

test('a patron with one name is named by it', () => {
  expect(shelfLabel('name', { ...person, name: { family: 'Sukarno' } }, claim).label).toBe('Sukarno');
});
