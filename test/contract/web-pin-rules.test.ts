import { defaultPatrons } from '../../layers/records/policies/domain/patrons.ts';
import { inForceAt } from '../../web/src/components/policy-versions.ts';
import { defaultRules, type PatronsVersion } from '../../web/src/features/patrons/pin-rules/pin-rules.ts';

test('the page shows the API’s own rules for PINs until others are adopted', () => {
  const { pins, forgottenPin } = defaultPatrons;
  expect(defaultRules).toEqual({ ...pins, ...forgottenPin });
});

test('the page finds the version in force as the API does: the latest begun, the higher one of two', () => {
  const versions = [
    { version: 3, effectiveFrom: '2026-02-01T00:00:00.000Z' },
    { version: 2, effectiveFrom: '2027-01-01T00:00:00.000Z' },
    { version: 1, effectiveFrom: '2026-02-01T00:00:00.000Z' },
  ] as PatronsVersion[];
  const found = ['2026-01-01', '2026-06-01', '2027-01-01T00:00:00.000Z'].map((at) => inForceAt(versions, at)?.version);
  expect(found).toEqual([undefined, 3, 2]);
});
