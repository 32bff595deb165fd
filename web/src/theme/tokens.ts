import { fonts } from './fonts.ts';

const light = {
  '--bg': '#f5f5f0',
  '--surface': '#ffffff',
  '--sunken': '#ebebe4',
  '--ink': '#171c26',
  '--head': '#14203a',
  '--muted': '#555c69',
  '--line': '#dcdcd3',
  '--line-2': '#868a90',
  '--act': '#1b2b52',
  '--on-act': '#ffffff',
  '--act-h': '#0f1a36',
  '--voice-soft': '#fff1cd',
  '--link': '#1d4fb8',
  '--focus': '#1d4fb8',
  '--good': '#17683a',
  '--good-bg': '#e3f3e8',
  '--warn': '#8f4100',
  '--warn-bg': '#fdead7',
  '--bad': '#ad1d2c',
  '--bad-bg': '#fce7e7',
  '--info': '#1d4fb8',
  '--info-bg': '#e7eefc',
  '--sel': '#eef2fb',
  '--rail': '#121b31',
  '--rail-2': '#1d2945',
  '--shelf': '#14203a',
  '--m0': '#4a5468',
  '--m1': '#2931bb',
  '--m2': '#379bd3',
  '--m3': '#8a0d27',
  '--m4': '#ae9114',
  '--m5': '#622d71',
  '--m6': '#35806c',
  '--m7': '#a25a00',
  '--m8': '#fc0999',
  '--m9': '#9936fc',
  '--m10': '#868a90',
};

const dark: typeof light = {
  '--bg': '#0f1420',
  '--surface': '#171e2d',
  '--sunken': '#0b0f18',
  '--ink': '#e8ebf1',
  '--head': '#ffffff',
  '--muted': '#a5aec0',
  '--line': '#2b3447',
  '--line-2': '#74809a',
  '--act': '#ffc53d',
  '--on-act': '#171c26',
  '--act-h': '#ffd470',
  '--voice-soft': '#3a3016',
  '--link': '#9dbcff',
  '--focus': '#ffd470',
  '--good': '#7ed69d',
  '--good-bg': '#14301f',
  '--warn': '#ffb27a',
  '--warn-bg': '#3a2412',
  '--bad': '#ff9d9d',
  '--bad-bg': '#41191e',
  '--info': '#9dbcff',
  '--info-bg': '#1a2747',
  '--sel': '#1f2940',
  '--rail': '#0a0e18',
  '--rail-2': '#182136',
  '--shelf': '#7d89a3',
  '--m0': '#a5aec0',
  '--m1': '#7b89fd',
  '--m2': '#aeedff',
  '--m3': '#da557d',
  '--m4': '#e8bd40',
  '--m5': '#7f55bd',
  '--m6': '#64cfb3',
  '--m7': '#a25a00',
  '--m8': '#b475bd',
  '--m9': '#b4abfc',
  '--m10': '#74809a',
};

/** Mantine's own variables, set from our tokens so that its components and our styles agree. */
const ofMantine = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--head)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line-2)',
};

/** The tokens as CSS variables: those of both themes, and those that differ. `--voice` marks the current place and the next step; it is never a status. */
export const tokens = {
  both: {
    '--display': fonts.display,
    '--mantine-font-family': fonts.text,
    '--voice': '#ffc53d',
    '--on-voice': '#171c26',
    '--rail-t': '#c9d2e6',
    '--lift': '0 8px 28px #0b132b33',
  },
  light: { ...light, ...ofMantine },
  dark: { ...dark, ...ofMantine },
};

const rule = (selector: string, variables: Readonly<Record<string, string>>): string =>
  `${selector}{${Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

/** Returns the tokens as a style sheet. Its rules are more specific than those that Mantine writes when the app runs. */
export const tokenSheet = (): string =>
  [
    rule(':root:root', tokens.both),
    ...(['light', 'dark'] as const).map((scheme) =>
      rule(`:root:root[data-mantine-color-scheme=${scheme}]`, tokens[scheme]),
    ),
  ].join('\n');
