import { checkRecord } from '../../layers/protocols/marc/rules/check-record.ts';
import { materialOf } from '../../layers/protocols/marc/rules/fixed-fields.ts';
import { codeSets, positionsOf } from '../../web/src/features/catalogue/edit-record/fixed-positions.ts';
import { filledLines, linesOf, recordOf } from '../../web/src/features/catalogue/edit-record/record-lines.ts';
import { recordFrom, templateNames } from '../../web/src/features/catalogue/new-record/record-templates.ts';
import { messagesIn } from '../builders/web-messages.ts';

const number = 'c1';
const before = { leader: '', control: [{ tag: '001', value: number }], data: [] };

test.each(templateNames)('a new record from the template “%s” lacks only its title', (name) => {
  const lines = filledLines(linesOf(recordFrom(name, number, '2026-11-30', 'eng')));
  const record = recordOf(lines);
  expect(checkRecord(record, before).map(({ code }) => code)).toEqual(['title-missing']);
  const title = { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: 'Emma' }] };
  const titled = { ...record, data: [...record.data, title].toSorted((a, b) => Number(a.tag) - Number(b.tag)) };
  expect(checkRecord(titled, before)).toEqual([]);
  expect(materialOf(record.leader)).toBeDefined();
});

test('each code of leader, 006, 007 and 008 in the choices has words in both languages', () => {
  const keys = Object.entries(codeSets).flatMap(([set, codes]) => [...codes].map((code) => `fx.${set}.${code}`));
  for (const language of ['en', 'es'] as const) {
    const messages = messagesIn(language);
    expect(keys.filter((key) => messages[key] === undefined)).toEqual([]);
  }
});

test('the positions of a fixed field follow the kind of material, and lie within the field', () => {
  const record = recordFrom('dvd', number, '2026-11-30', 'eng');
  const names = positionsOf('008', record.control.at(-1)?.value ?? '', record.leader).map(({ name }) => name);
  expect(names).toContain('minutes');
  expect(names).not.toContain('literary');
  for (const name of templateNames) {
    const { leader, control } = recordFrom(name, number, '2026-11-30', 'eng');
    for (const { tag, value } of control)
      for (const { at, length } of positionsOf(tag, value, leader))
        expect(at + length).toBeLessThanOrEqual(value.length);
  }
});
