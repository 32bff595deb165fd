import { useCallback } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Load, Reject } from './imports.ts';

const sizes = [
  [1_000_000, 'MB'],
  [1_000, 'kB'],
  [1, 'B'],
] as const;

/** Why something was not taken, in words: the API's own sentence where we have none of its code, or not its figure. */
export const useWhy = (): ((reject: Pick<Reject, 'reason' | 'detail' | 'value'>) => string) => {
  const sayOf = useSayOf();
  const { memberName } = useDirectory();
  return useCallback(
    ({ reason, detail, value }) => {
      const read = (text: string): string => {
        if (reason === 'barcode-shared') return text.split(', ').map(memberName).join(', ');
        return reason === 'item-kept' ? sayOf('item-state', text) : text;
      };
      return sayOf('load-why', reason, detail, value === undefined ? {} : { value: read(value) });
    },
    [sayOf, memberName],
  );
};

/** Who opened a load and when. */
export const useOpenedBy = (): ((load: Pick<Load, 'openedBy' | 'createdAt'>) => string) => {
  const say = useSay();
  const { time } = useFormat();
  return ({ openedBy: id, createdAt }) =>
    id === undefined ? time(createdAt) : say('union.by', { id, date: time(createdAt) });
};

/** A load's file in words: what it holds, its form and its size. */
export const useFileWords = () => {
  const say = useSay();
  const sayOf = useSayOf();
  const { number } = useFormat();
  const size = (bytes: number): string => {
    const [unit, name] = sizes.find(([least]) => bytes >= least) ?? [1, 'B'];
    return `${number(Math.round((bytes / unit) * 10) / 10)}\u00a0${name}`;
  };
  return {
    size,
    form: (form: string): string => sayOf('marc-form', form),
    /** What kind of records, in what form, how large. */
    file: ({ kind = 'records', form, bytes }: { kind?: string; form?: string; bytes: number }): string =>
      [
        say(kind === 'authorities' ? 'load-kind.authorities' : 'load-kind.records'),
        form && sayOf('marc-form', form),
        size(bytes),
      ]
        .filter(Boolean)
        .join(' · '),
  };
};
