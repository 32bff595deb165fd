import { createTheme, type MantineColorsTuple, virtualColor } from '@mantine/core';
import { fonts } from './fonts.ts';

/** Blue-black ink: the colour of actions in the light theme. */
const ink: MantineColorsTuple = [
  '#eef1f8',
  '#dbe1ee',
  '#b6c2db',
  '#8fa1c6',
  '#6f85b4',
  '#5a72a7',
  '#4c66a1',
  '#34497f',
  '#1b2b52',
  '#0f1a36',
];
/** Marigold: the colour of actions in the dark theme, and of the current place and the next step in both. */
const marigold: MantineColorsTuple = [
  '#fff8e6',
  '#fff1cd',
  '#ffe29a',
  '#ffd470',
  '#ffc53d',
  '#f5b21c',
  '#d99600',
  '#a87300',
  '#7a5300',
  '#4d3400',
];
const night: MantineColorsTuple = [
  '#e8ebf1',
  '#c9d2e6',
  '#a5aec0',
  '#74809a',
  '#3a465c',
  '#2b3447',
  '#1f2940',
  '#171e2d',
  '#0f1420',
  '#0b0f18',
];

/** The theme on Mantine. The shades of `primary` with autoContrast meet WCAG AA contrast in light and dark mode. */
export const theme = createTheme({
  primaryColor: 'primary',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  colors: { ink, marigold, dark: night, primary: virtualColor({ name: 'primary', light: 'ink', dark: 'marigold' }) },
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.mono,
  headings: { fontFamily: fonts.display, fontWeight: '700' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '8px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 8px 28px #0b132b33',
    lg: '0 8px 28px #0b132b33',
    xl: '0 8px 28px #0b132b33',
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});
