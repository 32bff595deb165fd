import { circulationRefusals } from '../../functions/circulation/domain/decisions/refusals.ts';
import { screenMessages, warningMessages } from './screen-messages.ts';

/** The lines that a device shows for Concord's reasons. */
const codes = Object.keys(circulationRefusals);

test('no device shows a code or a detail for staff: a reason without an own text sends the patron to staff', () => {
  for (const code of [...codes, 'something-new']) {
    for (const language of ['en', 'es'] as const) {
      const [line = ''] = screenMessages([{ code }], language);
      expect(line).toMatch(/^\p{Lu}[^:]{3,60}\.$/u);
      expect(line).not.toContain(code);
    }
  }
  expect(screenMessages([{ code: 'something-new' }], 'es')).toEqual(['Consulte al personal.']);
});

test('after a check-in a device shows what the patron can act on, and no warning for staff', () => {
  expect(warningMessages(['verify-location', 'put-on-reserve', 'state-repaired', 'item-damaged'], 'en')).toEqual([
    'Please hand the item to staff.',
  ]);
});
