import { conformance } from '../../web/src/features/membership/trust/measured.generated.ts';
import { trust as english } from '../../web/src/i18n/en/trust.ts';

test('the page on trust has a text for each criterion of WCAG that is not wholly met, and for no other', () => {
  const texts = Object.keys(english).flatMap((key) => key.split(/^trust-less\./)[1] ?? []);
  expect(texts.toSorted()).toEqual([...conformance.less].toSorted());
  expect(conformance.met).toBeGreaterThan(conformance.less.length);
});
