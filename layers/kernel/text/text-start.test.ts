import * as fc from 'fast-check';
import { cut } from './fold-for-comparison.ts';
import { textStart } from './text-start.ts';

describe('finding S10: the beginning of a text', () => {
  it('is well-formed and not longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(20), (text, longest) => {
        const start = textStart(text, longest);
        expect(start.isWellFormed()).toBe(true);
        expect(text.startsWith(start)).toBe(true);
        expect(start.length).toBeGreaterThanOrEqual(Math.min(text.length, longest) - 1);
        expect(start.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('ends before a character of two units that does not fit', () => {
    expect(['a😀', 'a😀b'].map((text) => [textStart(text, 2), textStart(text, 3)])).toEqual([
      ['a', 'a😀'],
      ['a', 'a😀'],
    ]);
    expect(cut('😀😀', 3)).toBe('😀');
  });
});
