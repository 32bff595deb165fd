import { readFileSync } from 'node:fs';
import { tokens } from '../../web/src/theme/tokens.ts';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** How a colour is seen with and without a colour vision deficiency: Machado, Oliveira and Fernandes 2009, severity 1. */
const sights: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const sum = (one: Triple, other: Triple): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
const each = (matrix: Matrix, one: Triple): Triple => [sum(matrix[0], one), sum(matrix[1], one), sum(matrix[2], one)];
const channel = (text: string): number => {
  const value = Number.parseInt(text, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const linear = (hex: string): Triple => [channel(hex.slice(1, 3)), channel(hex.slice(3, 5)), channel(hex.slice(5, 7))];
const inside = (value: number): number => Math.min(1, Math.max(0, value));

const toCones: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const lab = (hex: string, sight: Matrix): Triple => {
  const [red, green, blue] = each(sight, linear(hex));
  const [long, middle, short] = each(toCones, [inside(red), inside(green), inside(blue)]);
  return each(toLab, [Math.cbrt(long), Math.cbrt(middle), Math.cbrt(short)]);
};

/** Returns the distance of two colours in OKLab, times 100. */
const apart = (one: Triple, other: Triple): number =>
  100 * Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)));

/** Returns the contrast of WCAG 2. */
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [one, other]
    .map((hex) => sum([0.2126, 0.7152, 0.0722], linear(hex)))
    .toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const { light, dark }: Record<'light' | 'dark', Readonly<Record<string, string>>> = tokens;
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const coloursOf = (theme: Record<string, string>): string[] => numbers.map((number) => theme[`--m${number}`] ?? '');
const closest = (colours: readonly string[], sight: Matrix): number => {
  const seen = colours.map((hex) => lab(hex, sight));
  return Math.min(...seen.flatMap((one, at) => seen.slice(0, at).map((other) => apart(one, other))));
};

describe.each([
  ['light', light, 12.6, 11],
  ['dark', dark, 12.8, 9.6],
] as const)('the colours of libraries in the %s theme', (_, theme, ofSix, ofAll) => {
  test.each(Object.entries(sights))('differ from each other with %s sight', (_name, sight) => {
    expect(closest(coloursOf(theme).slice(0, 6), sight)).toBeGreaterThanOrEqual(ofSix);
    expect(closest(coloursOf(theme), sight)).toBeGreaterThanOrEqual(ofAll);
  });

  test('stand out from a panel by 3:1', () => {
    for (const hex of coloursOf(theme)) expect(contrast(hex, theme['--surface'] ?? '')).toBeGreaterThanOrEqual(3);
  });

  test('carry the letters of a person by 4.5:1', () => {
    const css = readFileSync('web/src/layout/staff-shell.css', 'utf8');
    const rules = [...css.matchAll(/((?:\.person-plate\[data-colour="\d+"\],?\s*)+)\{\s*color: (#\w+);/g)];
    const usual = theme === light ? '#ffffff' : '#171c26';
    for (const number of numbers) {
      const own = rules.find(([, selectors = '']) => selectors.includes(`data-colour="${number}"`))?.[2];
      const letters = own === '#fff' ? '#ffffff' : (own ?? usual);
      const ratio = contrast(letters, theme[`--m${number}`] ?? '');
      expect(`${number}: ${ratio >= 4.5 ? 'readable' : ratio.toFixed(2)}`).toBe(`${number}: readable`);
    }
  });
});
