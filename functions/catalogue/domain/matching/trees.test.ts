import * as fc from 'fast-check';
import type { Comparison } from './signals.ts';
import { logOdds, type Model, pointsOf } from './trees.ts';

const model: Model = {
  bias: -0.5,
  trees: [
    ['yearGap', 1, 'low', 0.8, ['pageGap', 4, 'high', -0.2, -1]],
    ['titleWords', 0.8, 'low', -0.6, 0.4],
  ],
};

describe('a model of trees', () => {
  it.each<[string, Comparison, number]>([
    ['agreement', { yearGap: 0, titleWords: 1 }, 0.7],
    ['a value on the edge, which is low', { yearGap: 1, titleWords: 0.8 }, -0.3],
    ['another year and length', { yearGap: 9, pageGap: 20, titleWords: 1 }, -1.1],
    ['silence, which goes where the question says', { yearGap: 9 }, -2.1],
  ])('sums the answers: %s', (_, signals, odds) => {
    expect(logOdds(model, signals)).toBeCloseTo(odds, 10);
  });

  it('reports the contribution of each signal, and the contributions sum to the score', () => {
    const value = fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.record({ yearGap: value, pageGap: value, titleWords: value }), (signals) => {
        const { base, points } = pointsOf(model, signals);
        const sum = [...points.values()].reduce((all, one) => all + one, base);
        expect(sum).toBeCloseTo(logOdds(model, signals), 10);
      }),
    );
  });
});
