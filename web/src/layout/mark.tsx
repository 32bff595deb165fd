/** The mark of Concord: five volumes on a line, the last one leaning. */
export const Mark = ({ size = 30 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
    <path d="M2 27h28v3H2zM3 8h4v18H3zM8 5h5v21H8zM14 3h4v23h-4zM19 9h3v17h-3z" />
    <path d="m23 7 3.9-1 4.1 19-3.9 1z" fill="var(--voice)" />
  </svg>
);
