import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The brand colour, from light to dark: shade 8 has a contrast of 4.5:1 against white and the page. */
const lake: MantineColorsTuple = [
  '#eef7f9',
  '#dbeef2',
  '#b4dbe4',
  '#89c7d6',
  '#66b6ca',
  '#4fabc3',
  '#3f9fb8',
  '#2b7f96',
  '#17586a',
  '#0f4554',
];
const night: MantineColorsTuple = [
  '#dfe5e8',
  '#c3ccd1',
  '#a5b1b8',
  '#7f8d95',
  '#4a565d',
  '#37424a',
  '#2a343b',
  '#1d262c',
  '#151d22',
  '#0f1519',
];

const reading = "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Georgia, serif";
const plain = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Open Sans', sans-serif";

/** The theme on Mantine. primaryShade 8 with autoContrast meets WCAG AA contrast in light and dark mode. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: 8,
  autoContrast: true,
  colors: { lake, dark: night },
  fontFamily: plain,
  headings: { fontFamily: reading, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** The page and text colours: the page is warmer than white and darker than grey; dimmed text has a contrast of 4.5:1. */
export const resolver: CSSVariablesResolver = () => ({
  variables: { '--reading': reading },
  light: {
    '--mantine-color-body': '#faf8f4',
    '--mantine-color-text': '#1d2429',
    '--mantine-color-dimmed': '#566169',
    '--mantine-color-error': '#a32020',
    '--surface': '#ffffff',
    '--line': '#e2ddd3',
    '--tint': '#eef5f6',
    '--mark': '#8a5a00',
    '--good': '#1d6b3a',
    '--bad': '#a32020',
  },
  dark: {
    '--mantine-color-body': '#12181c',
    '--mantine-color-text': '#e4e9eb',
    '--mantine-color-dimmed': '#a5b1b8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': '#89c7d6',
    '--surface': '#1a2227',
    '--line': '#323d44',
    '--tint': '#1e2b31',
    '--mark': '#f0c36b',
    '--good': '#7fd49c',
    '--bad': '#ff9d94',
  },
});
