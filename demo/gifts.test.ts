import { blockingKeys } from '../functions/catalogue/domain/matching/blocking-keys.ts';
import { matchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { decide } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { giftRecords } from './gifts.ts';
import { holdings } from './holdings.ts';
import { recordOf } from './marc.ts';

test('each gift is a pair with a record of another library on which a person decides', () => {
  const others = holdings.map((holding) => matchFeatures(recordOf(holding)));
  const asked = giftRecords().map((record) => {
    const gift = matchFeatures(record);
    const keys = new Set(blockingKeys(gift));
    const near = others.filter((other) => blockingKeys(other).some((key) => keys.has(key)));
    return near.map((other) => decide(gift, other).verdict);
  });
  expect(asked.map((verdicts) => verdicts.includes('ask') && !verdicts.includes('same'))).toEqual(
    asked.map(() => true),
  );
});
