import type { Plugin } from 'vite';
import { tokenSheet } from '../src/theme/tokens.ts';

const name = 'virtual:tokens.css';
const resolved = '\0tokens.css';

/** Writes the tokens of the theme as styles, which apply before the app runs. */
export const tokenSheetPlugin = (): Plugin => ({
  name: 'token-sheet',
  resolveId: (id) => (id === name ? resolved : undefined),
  load: (id) => (id === resolved ? tokenSheet() : undefined),
});
