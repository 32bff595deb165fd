import { patronPseudonym } from './patron-pseudonym.ts';

test('a patron has one pseudonym for each request and partner, and none is the patron’s id', () => {
  const [ann, ben] = ['pat_01kb0000000000000000000000', 'pat_01kb0000000000000000000001'];
  const abouts = ['prt_1', 'prt_2'].flatMap((partnerId) => [
    { partnerId, requestId: 'req_1' },
    { partnerId, requestId: 'req_2' },
  ]);
  const names = [ann, ben].flatMap((patron) => abouts.map((about) => patronPseudonym(patron, about)));
  expect(new Set(names).size).toBe(8);
  expect(patronPseudonym(ann, { partnerId: 'prt_1', requestId: 'req_1' })).toBe(names[0]);
  for (const name of names) expect(name).toMatch(/^p[0-9a-f]{20}$/);
});
