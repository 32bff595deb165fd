import { useState } from 'react';
import type { CodeList, FileKind } from './file-kinds.ts';
import type { Profile } from './profiles/profile.ts';
import type { Mapping } from './use-migrations.ts';

/** Adds a profile to a mapping: its names replace those of the same headings and codes, all others stay. */
const withProfile = (mapping: Mapping, { format, headings, codes }: Profile): Mapping => ({
  ...mapping,
  ...format,
  headings: Object.fromEntries(
    [...new Set([...Object.keys(headings), ...Object.keys(mapping.headings)])].map((kind) => [
      kind,
      { ...mapping.headings[kind as FileKind], ...headings[kind as FileKind] },
    ]),
  ),
  codes: {
    ...mapping.codes,
    ...Object.fromEntries(
      Object.entries(codes).map(([list, ours]) => [list, { ...mapping.codes[list as CodeList], ...ours }]),
    ),
  } as Mapping['codes'],
});

const decided = (names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).filter(([name, ours]) => name !== '' && ours !== ''));

/** Returns a mapping without the headings and codes that lead nowhere yet, as the API takes it. */
const whole = (mapping: Mapping): Mapping => ({
  ...mapping,
  headings: Object.fromEntries(Object.entries(mapping.headings).map(([kind, names]) => [kind, decided(names)])),
  codes: Object.fromEntries(
    Object.entries(mapping.codes).map(([list, codes]) => [list, decided(codes)]),
  ) as Mapping['codes'],
});

/** Returns the mapping as it is edited on the page: how to change it, and whether it differs from the stored one. */
export const useDraft = (stored: Mapping) => {
  const [mapping, set] = useState(stored);
  const sent = whole(mapping);
  return {
    mapping,
    set,
    /** Fills the mapping from a profile, over what is stored: nothing of a profile that was chosen before stays. */
    fill: (profile: Profile): void => set(withProfile(stored, profile)),
    sent,
    isChanged: JSON.stringify(sent) !== JSON.stringify(stored),
    setHeading: (kind: FileKind, heading: string, column: string): void =>
      set({ ...mapping, headings: { ...mapping.headings, [kind]: { ...mapping.headings[kind], [heading]: column } } }),
    setCode: (list: CodeList, code: string, ours: string): void =>
      set({ ...mapping, codes: { ...mapping.codes, [list]: { ...mapping.codes[list], [code]: ours } } }),
    removeCode: (list: CodeList, code: string): void => {
      const { [code]: _, ...rest } = mapping.codes[list];
      set({ ...mapping, codes: { ...mapping.codes, [list]: rest } });
    },
  };
};
export type Draft = ReturnType<typeof useDraft>;
