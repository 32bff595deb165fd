import fc from 'fast-check';
import { afterAdoption, latestBegun, periodAt, type Version, type VersionPeriod } from './versions.ts';

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const version = (number: number, from: number, endsLater?: true): Version => ({
  version: number,
  effectiveFrom: day(from),
  ...(endsLater && { endsLater }),
});

describe('finding C2: a later decision with an earlier date', () => {
  const versions = [version(5, 20), version(6, 10)];

  test('is in force until the older one begins, when it leaves that in place', () => {
    expect([9, 10, 19, 20].map((at) => latestBegun(versions, day(at))?.version)).toEqual([undefined, 6, 6, 5]);
  });

  test('stays in force when it ends the older one', () => {
    const ending = [version(5, 20), version(6, 10, true)];
    expect([9, 10, 20, 99].map((at) => latestBegun(ending, day(at))?.version)).toEqual([undefined, 6, 6, 6]);
  });

  test('ends no version that is adopted after it', () => {
    const followed = [version(5, 20), version(6, 10, true), version(7, 30)];
    expect([20, 30].map((at) => latestBegun(followed, day(at))?.version)).toEqual([6, 7]);
  });
});

test('the periods that are stored with each adoption say the same as the whole history', () => {
  const adoption = fc.record({ from: fc.nat(40), endsLater: fc.boolean(), after: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(adoption, { maxLength: 12 }), fc.nat(60), (adoptions, ahead) => {
      let now = 0;
      let periods: VersionPeriod[] = [];
      const versions: Version[] = [];
      for (const [index, { from, endsLater, after }] of adoptions.entries()) {
        now += after;
        const adopted = version(index + 1, now + from, endsLater ? true : undefined);
        versions.push(adopted);
        periods = afterAdoption(periods, adopted, day(now));
      }
      const at = day(now + ahead);
      expect(periodAt(periods, at)?.version).toBe(latestBegun(versions, at)?.version);
      expect(periods.filter(({ until }) => until !== undefined && until <= day(now))).toEqual([]);
    }),
  );
});

test('of two versions from one instant the later decided is in force, and only it has a period', () => {
  expect(latestBegun([version(3, 5), version(2, 5)], day(5))?.version).toBe(3);
  expect(afterAdoption([{ version: 2, from: day(5) }], version(3, 5), day(1))).toEqual([{ version: 3, from: day(5) }]);
  expect(afterAdoption([{ version: 2, from: day(5) }], version(3, 6), day(1))).toEqual([
    { version: 2, from: day(5), until: day(6) },
    { version: 3, from: day(6) },
  ]);
});

test('a decision that ends later ones ends those from the same instant too, and none that begin before it', () => {
  expect(afterAdoption([{ version: 2, from: day(5) }], version(3, 5, true), day(1)).map((one) => one.version)).toEqual([
    3,
  ]);
  expect(latestBegun([version(2, 4), version(3, 5, true)], day(4))?.version).toBe(2);
});
