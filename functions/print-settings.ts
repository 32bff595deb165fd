import type { Runtime } from '../layers/platform/runtime/runtime.ts';
import { printSettings as settingsOfLetters } from './notices/public/print-settings.ts';
import type { PrintSettings } from './resource-sharing/public/print-settings.ts';

/** Composes the print settings that resource sharing works with: a member prints slips as it prints letters. */
export const printSettings: (runtime: Runtime) => PrintSettings = settingsOfLetters;
