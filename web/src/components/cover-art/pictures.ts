import type { Palette } from './palettes.ts';

/** One filled or stroked outline of a picture. */
export type Outline = { d: string; fill?: string; stroke?: string; width?: number };
/** Draws a picture of a width of 200 and a height in the colours of a palette. */
type Draw = (height: number, palette: Palette, next: () => number) => Outline[];

const W = 200;
const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const round = (value: number): number => Math.round(value);

const arch = (x: number, width: number, top: number, foot: number): string => {
  const r = width / 2;
  return `M${x} ${foot}V${top + r}a${r} ${r} 0 0 1 ${width} 0V${foot}z`;
};

const arcade: Draw = (height, { ground, figure, second }, next) => {
  const count = 3 + Math.floor(next() * 2);
  const step = (W - 20) / count;
  const lit = Math.floor(next() * count);
  const top = round(height * 0.08);
  return times(count, (index) => {
    const x = 16 + index * step;
    const wide = step - 8;
    const fill = index === lit ? second : figure;
    return times(3, (ring) => ({
      d: arch(x + ring * wide * 0.14, wide - ring * wide * 0.28, top + ring * wide * 0.16, height),
      fill: ring === 1 ? ground : fill,
    }));
  }).flat();
};

const slant: Draw = (height, { figure, second }, next) => {
  const wide = 26 + next() * 22;
  const lean = 60 + next() * 90;
  const turns = next() > 0.5;
  return times(8, (index) => {
    const x = index * wide * 1.7 - lean;
    const [a, b, c, e] = turns ? [x + lean, x + lean + wide, x + wide, x] : [x, x + wide, x + wide + lean, x + lean];
    return {
      d: `M${round(a)} 0H${round(b)}L${round(c)} ${height}H${round(e)}z`,
      fill: index % 3 === 1 ? second : figure,
    };
  });
};

const wave = (y: number, swing: number, height: number): string =>
  `M-10 ${y}${times(5, (index) => `q25 ${index % 2 === 0 ? -swing : swing} 50 0`).join('')}V${height}H-10z`;

const swell: Draw = (height, { ground, figure, second }, next) => {
  const rows = 4 + Math.floor(next() * 2);
  const sun = 60 + next() * 90;
  const begin = height * 0.3;
  const gap = (height - begin) / rows;
  return [
    { d: disc(round(sun), round(begin), 34), fill: second },
    ...times(rows * 2, (index) => ({
      d: wave(round(begin + (index * gap) / 2), round(gap * 0.7), height),
      fill: index % 2 === 0 ? figure : ground,
    })),
  ];
};

const orbit: Draw = (height, { figure, second }, next) => {
  const [x, y] = [round(60 + next() * 110), round(height * (0.35 + next() * 0.4))];
  return [
    ...times(5, (ring) => ({ d: disc(x, y, 34 + ring * 26), stroke: figure, width: ring % 2 === 0 ? 9 : 3 })),
    { d: disc(x, y, 17), fill: second },
    ...times(3, () => ({ d: disc(round(next() * W), round(next() * height), 5), fill: second })),
  ];
};

const lattice: Draw = (height, { figure, second }, next) => {
  const side = next() > 0.5 ? 50 : 40;
  const across = W / side;
  return times(across * Math.ceil(height / side), (index) => {
    const [x, y] = [(index % across) * side, Math.floor(index / across) * side];
    const turn = Math.floor(next() * 4);
    const corner = [
      `M${x} ${y}h${side}a${side} ${side} 0 0 1 ${-side} ${side}z`,
      `M${x + side} ${y}v${side}a${side} ${side} 0 0 1 ${-side} ${-side}z`,
      `M${x + side} ${y + side}h${-side}a${side} ${side} 0 0 1 ${side} ${-side}z`,
      `M${x} ${y + side}v${-side}a${side} ${side} 0 0 1 ${side} ${side}z`,
    ][turn];
    return { d: corner ?? '', fill: next() > 0.7 ? second : figure };
  });
};

const leaf = (x: number, y: number, way: number): string =>
  `M${x} ${y}q${way * 4} -16 ${way * 17} -17q${way * 1} 15 ${-way * 17} 17z`;

const grove: Draw = (height, { figure, second }, next) => {
  const count = 4 + Math.floor(next() * 2);
  return times(count, (index) => {
    const x = round(24 + ((W - 34) * (index + 0.5)) / count);
    const top = round(height * (0.08 + next() * 0.3));
    const leaves = Math.max(2, Math.floor((height - top) / 30));
    return [
      { d: `M${x} ${top}V${height}`, stroke: figure, width: 4 },
      ...times(leaves, (pair) => ({
        d: leaf(x, top + 34 + pair * 30, 1) + leaf(x, top + 34 + pair * 30, -1),
        fill: figure,
      })),
      { d: disc(x, top, 8), fill: second },
    ];
  }).flat();
};

const cutout: Draw = (height, { figure, second, title }, next) => {
  const peak = round(40 + next() * 60);
  return [
    { d: disc(round(60 + next() * 90), round(height * 0.42), round(height * 0.28)), fill: second },
    { d: `M-20 ${height}L${peak} ${round(height * 0.35)}L${peak + 110} ${height}z`, fill: figure },
    { d: `M${peak + 10} ${height}L${peak + 90} ${round(height * 0.55)}L${peak + 180} ${height}z`, fill: title },
    ...times(4, () => ({ d: disc(round(next() * W), round(next() * height * 0.3), 3), fill: figure })),
  ];
};

const stave: Draw = (height, { figure, second }, next) => {
  const lines = Math.max(4, Math.floor(height / 26));
  return times(lines, (index) => {
    const y = round(14 + index * 24);
    return [
      { d: `M0 ${y}H${W}`, stroke: figure, width: 3 },
      { d: disc(round(30 + next() * 150), y, 10), fill: index % 3 === 1 ? second : figure },
    ];
  }).flat();
};

const families = { arcade, slant, swell, orbit, lattice, grove, cutout, stave };
type Family = keyof typeof families;

const subjects: [RegExp, Family][] = [
  [/\b(sea|ocean|river|lake|voyages?|sail\w*|ships?|maritime|whal\w+|mar)\b/i, 'swell'],
  [/\b(stars?|space|cosmos|astronom\w+|galax\w+|planets?|science fiction|physics)\b/i, 'orbit'],
  [/\b(comput\w+|program\w+|algorithms?|engineering|mathematic\w+|data|logic)\b/i, 'lattice'],
  [/\b(gardens?|plants?|trees?|forests?|nature|cook\w+|birds?|bread|moss\w*)\b/i, 'grove'],
  [/\b(murder|crime|war|law|politic\w+|society|justice)\b/i, 'slant'],
  [/\b(child\w*|bears?|rabbits?|tales?|picture books?)\b/i, 'cutout'],
];
const others: readonly Family[] = ['arcade', 'slant', 'grove', 'arcade', 'orbit', 'arcade', 'swell', 'lattice'];
const performed = new Set(['video', 'music-recording', 'spoken-recording', 'score']);

/** Returns the picture for a work: by its format, by its title, otherwise by its hash. */
export const pictureOf = (format: string, title: string, hash: number): Draw => {
  if (performed.has(format)) return stave;
  const family = subjects.find(([pattern]) => pattern.test(title))?.[1] ?? others[(hash >>> 9) % others.length];
  return families[family ?? 'arcade'];
};
