import * as fc from 'fast-check';
import { forecast } from './forecast.ts';

test('A straight line goes on, without uncertainty or past error', () => {
  const values = Array.from({ length: 12 }, (_, month) => 5000 + 100 * month);
  expect(forecast(values, 3)).toEqual({
    ahead: [6200, 6300, 6400].map((middle) => ({ low: middle, middle, high: middle })),
    months: 12,
    errorPercent: 0,
  });
});

test('The interval agrees with a regression that was calculated by hand', () => {
  // Mean 20, slope 2, squared residuals 24, s = sqrt(24 / 4); at place 6 of 6: sqrt(1 + 1/6 + 3.5^2 / 17.5) = 1.3663.
  const values = [17, 15, 19, 19, 25, 25];
  const [next] = forecast(values, 1)?.ahead ?? [];
  const mean = 20;
  const slope = values.reduce((sum, value, place) => sum + (place - 2.5) * (value - mean), 0) / 17.5;
  const residual = values.reduce((sum, value, place) => sum + (value - mean - slope * (place - 2.5)) ** 2, 0);
  const spread = 1.533 * Math.sqrt(residual / 4) * 1.3663;
  expect(next?.middle).toBe(Math.round(mean + slope * 3.5));
  expect(next?.low).toBe(Math.round(mean + slope * 3.5 - spread));
  expect(next?.high).toBe(Math.round(mean + slope * 3.5 + spread));
});

test('Fewer than six months have no forecast, and six have no past error', () => {
  expect(forecast([1, 2, 3, 4, 5], 2)).toBeUndefined();
  expect(forecast([10, 12, 11, 13, 12, 14], 1)).not.toHaveProperty('errorPercent');
});

test('Bounds enclose the middle, widen with distance and are never below zero, for any months', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 6, maxLength: 24 }), (values) => {
      const ahead = forecast(values, 6)?.ahead ?? [];
      expect(ahead).toHaveLength(6);
      for (const { low, middle, high } of ahead) {
        expect(Number.isInteger(low) && Number.isInteger(middle) && Number.isInteger(high)).toBe(true);
        expect(0 <= low && low <= middle && middle <= high).toBe(true);
      }
    }),
  );
});

test('Of months that vary around a line, about 8 of 10 fall within their bounds', () => {
  // A linear congruential generator with a fixed seed; the sum of 12 uniform numbers is close to normal.
  let state = 42;
  const uniform = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const normal = (): number => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
  let within = 0;
  for (let trial = 0; trial < 2000; trial += 1) {
    const months = Array.from({ length: 13 }, (_, place) => Math.round(100_000 + 500 * place + 4000 * normal()));
    const [next] = forecast(months.slice(0, 12), 1)?.ahead ?? [];
    const actual = months[12] ?? 0;
    if (next && next.low <= actual && actual <= next.high) within += 1;
  }
  expect(within / 2000).toBeGreaterThan(0.76);
  expect(within / 2000).toBeLessThan(0.84);
});
