/** The colours of a cover. */
export type Palette = { ground: string; figure: string; second: string; title: string };

/** Ground, figure, second colour and title; titles have a contrast of at least 5:1 on their ground. */
const rows = [
  '#14203a #f7b52c #e6e2d0 #fff4dc',
  '#a33823 #f2d6a8 #2a1418 #fff1dc',
  '#114f3f #e6c15c #a3d3b8 #f4f6e0',
  '#bfdfea #1f5c8a #f4f8f2 #12263a',
  '#f2c9c6 #a3264c #5a1230 #3c0a20',
  '#ecdab9 #c75f2c #2f4a5c #2b2218',
  '#4a2048 #e78fb8 #f0d35c #fdebf4',
  '#c8d5a0 #46642a #f3efd9 #22321a',
  '#2445a5 #ff9d6e #c9d9ff #ffffff',
  '#2c2c2e #d8d2c4 #e6542f #f6f0e2',
  '#e0aa2c #222e3c #fff3cf #1c1c1c',
  '#d6ece0 #178068 #f0875c #0f3a30',
  '#6f1826 #f2a58a #e8d8c0 #ffe9de',
  '#d9d2ee #5b489c #f4b24a #281a4e',
  '#40536a #f2e3c4 #f27f5a #fff6e6',
  '#f5f0e4 #1c1c1c #d23f2c #1c1c1c',
];

/** Returns the palette of a hash. */
export const paletteOf = (hash: number): Palette => {
  const [ground = '', figure = '', second = '', title = ''] = (rows[hash % rows.length] ?? '').split(' ');
  return { ground, figure, second, title };
};
