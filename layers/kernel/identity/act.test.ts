import { actSchema } from './act.ts';

test('an act has an instant and a name, and nothing else', () => {
  expect(actSchema.safeParse({ at: '2026-11-29T10:00:00.000Z', by: 'staff:stf_1' }).success).toBe(true);
  for (const wrong of [
    { at: '29 November', by: 'staff:stf_1' },
    { at: '2026-11-29T10:00:00.000Z' },
    { at: '2026-11-29T10:00:00.000Z', by: 'staff:stf_1', email: 'desk@example.org' },
  ])
    expect(actSchema.safeParse(wrong).success).toBe(false);
});
