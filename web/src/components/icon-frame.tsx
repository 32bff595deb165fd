/** The drawing of an icon on a grid of 24. `turns` mirrors it where text runs from right to left. */
export const IconFrame = ({ shape, size, turns = false }: { shape: string; size: number; turns?: boolean }) => (
  <svg
    className={turns ? 'icon icon-turns' : 'icon'}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={1.75}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={shape} />
  </svg>
);
