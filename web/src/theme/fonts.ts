/** The typefaces: of headings, of texts, and of numbers that people compare. */
export const fonts = {
  display: "'Besley Variable', 'Besley Fallback', 'Besley Fallback DejaVu', Georgia, 'Noto Serif', serif",
  text: "'Source Sans 3 Variable', 'Source Sans Fallback', 'Source Sans Fallback DejaVu', 'Noto Sans', system-ui, sans-serif",
  mono: "'Atkinson Hyperlegible Mono Variable', ui-monospace, SFMono-Regular, Menlo, monospace",
};
