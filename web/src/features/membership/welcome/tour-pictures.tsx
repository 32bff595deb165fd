type Shape = readonly [x: number, y: number, width: number, height: number, colour: string];

const [ink, good, bad, voice, gray, soft, one, two] = [
  '#14203a',
  '#17683a',
  '#ad1d2c',
  '#ffc53d',
  '#868a90',
  '#dcdcd3',
  '#2931bb',
  '#379bd3',
];
const grid = (chosen: number): Shape[] =>
  Array.from({ length: 20 }, (_, n): Shape => {
    const colour = n === chosen ? voice : n % 3 === 1 ? '#d3a3aa' : soft;
    return [34 + (n % 5) * 13, 12 + Math.floor(n / 5) * 12, 10, 9, colour];
  });
const bars = [10, 16, 13, 22, 27, 33].flatMap((height, n): Shape[] => [
  [26 + n * 14, 56 - height, 9, height, one],
  [26 + n * 14, 56 - height / 2, 9, height / 2, two],
]);

const pictures: Readonly<Record<string, readonly Shape[]>> = {
  ask: [
    [10, 20, 70, 9, ink],
    [12, 22, 58, 5, '#fff'],
    [10, 36, 9, 14, two],
    [24, 37, 42, 4, gray],
    [24, 44, 28, 4, soft],
  ],
  refusal: [
    [10, 16, 100, 14, '#fce7e7'],
    [10, 16, 3, 14, bad],
    [17, 21, 52, 4, bad],
    [10, 38, 66, 4, gray],
    [10, 46, 48, 4, soft],
  ],
  rule: grid(12),
  decided: [
    [22, 14, 70, 9, good],
    [22, 28, 28, 9, gray],
    [22, 42, 14, 9, bad],
    [76, 8, 1, 50, ink],
  ],
  alone: [
    [0, 0, 24, 72, ink],
    [30, 10, 26, 12, voice],
    [60, 10, 22, 12, '#fff'],
    [86, 10, 22, 12, '#fff'],
    [30, 28, 36, 34, '#fff'],
    [70, 28, 38, 34, '#fff'],
  ],
  courier: [
    [22, 18, 80, 34, ink],
    [24, 20, 76, 30, '#fff'],
    ...[0, 3, 8, 11, 15, 20, 23].map((x, n): Shape => [30 + x, 26, n % 2 ? 1.5 : 2.5, 18, ink]),
    [62, 28, 30, 6, gray],
  ],
  paid: bars,
  got: [
    [20, 14, 38, 20, '#fff'],
    [62, 14, 38, 20, '#fff'],
    [25, 20, 18, 8, ink],
    [67, 20, 22, 8, good],
    [20, 40, 80, 20, '#fff'],
    [25, 45, 62, 3, gray],
    [25, 52, 40, 3, soft],
  ],
  'what-if': [
    ...[46, 38, 41, 30, 21, 12].map((y, n): Shape => [20 + n * 15, y, 11, 3, one]),
    ...[48, 45, 40, 41, 36, 33].map((y, n): Shape => [20 + n * 15, y + 6, 11, 3, '#ae9114']),
  ],
  trust: [
    [20, 52, 80, 3, soft],
    [46, 30, 7, 16, good],
    [53, 39, 7, 7, good],
    [60, 18, 7, 28, good],
  ],
};

/** The schematic picture of a page of the tour. */
export const TourPicture = ({ id }: { id: string }) => (
  <svg viewBox="0 0 120 68" aria-hidden="true">
    <rect width="120" height="68" fill="#f5f5f0" />
    {(pictures[id] ?? []).map(([x, y, width, height, fill]) => (
      <rect key={`${x} ${y} ${width}`} x={x} y={y} width={width} height={height} fill={fill} />
    ))}
  </svg>
);
