import type { Comparison } from '../functions/catalogue/domain/matching/signals.ts';
import { logOdds } from '../functions/catalogue/domain/matching/trees.ts';
import { boost, type Row } from './boost.ts';

const growth = { depth: 2, trees: 40, rate: 0.2, ridge: 1, least: 1, drawn: 0.5 };

/** Rows in which near years and similar titles are the same, except for every tenth, which is mislabelled. */
const rows = Array.from({ length: 400 }, (_, i): Row => {
  const signals: Comparison = {
    yearGap: i % 7,
    titleWords: (i % 11) / 10,
    pageGap: i % 3 === 0 ? undefined : (i * 7) % 13,
  };
  const same = (signals.yearGap ?? 0) < 3 && (signals.titleWords ?? 0) > 0.4;
  return { signals, same: i % 10 === 0 ? !same : same, weight: 1 };
});

describe('boosted trees', () => {
  const model = boost(rows, growth);

  it('’learn what distinguishes equal pairs from different ones’', () => {
    expect(logOdds(model, { yearGap: 0, titleWords: 1 })).toBeGreaterThan(1);
    expect(logOdds(model, { yearGap: 6, titleWords: 1 })).toBeLessThan(-1);
    expect(logOdds(model, { yearGap: 0, titleWords: 0.1 })).toBeLessThan(-1);
  });

  it('never let more agreement count against a pair, with any labels', () => {
    for (const titleWords of [0, 0.5, 1]) {
      const odds = [0, 1, 2, 3, 4, 5, 6].map((yearGap) => logOdds(model, { yearGap, titleWords, pageGap: 2 }));
      expect(odds).toEqual(odds.toSorted((a, b) => b - a));
    }
    for (const yearGap of [0, 3, 6]) {
      const odds = [0, 0.2, 0.4, 0.6, 0.8, 1].map((titleWords) => logOdds(model, { yearGap, titleWords }));
      expect(odds).toEqual(odds.toSorted((a, b) => a - b));
    }
  });

  it('are the same for the same rows', () => {
    expect(boost(rows, growth)).toEqual(model);
  });
});
