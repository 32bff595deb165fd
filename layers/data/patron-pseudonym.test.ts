import { patronPseudonym } from './patron-pseudonym.ts';

test('a partner knows a patron by one name, another partner by another, and neither by the patron’s id', () => {
  const [ann, ben] = ['pat_01kb00000000000000000000000', 'pat_01kb00000000000000000000001'];
  const names = [ann, ben].flatMap((patron) => ['prt_1', 'prt_2'].map((partner) => patronPseudonym(patron, partner)));
  expect(new Set(names).size).toBe(4);
  expect(patronPseudonym(ann, 'prt_1')).toBe(names[0]);
  for (const name of names) expect(name).toMatch(/^p[0-9a-f]{20}$/);
});
