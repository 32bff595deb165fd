import { useCallback } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Load, Reject } from './imports.ts';

const sizes = [
  [1_000_000, 'MB'],
  [1_000, 'kB'],
  [1, 'B'],
] as const;

/** Returns a function that describes why an entry was rejected; uses the API's text where a translation or a parameter is missing. */
export const useWhy = (): ((reject: Pick<Reject, 'reason' | 'detail' | 'value'>) => string) => {
  const textOf = useTextOf();
  const { memberName } = useDirectory();
  return useCallback(
    ({ reason, detail, value }) => {
      const read = (text: string): string => {
        if (reason === 'barcode-shared') return text.split(', ').map(memberName).join(', ');
        return reason === 'item-retained' ? textOf('item-state', text) : text;
      };
      return textOf('load-why', reason, detail, value === undefined ? {} : { value: read(value) });
    },
    [textOf, memberName],
  );
};

/** Returns a function that describes who opened an import and when. */
export const useOpenedBy = (): ((load: Pick<Load, 'openedBy' | 'createdAt'>) => string) => {
  const t = useTranslate();
  const { time } = useFormat();
  return ({ openedBy: id, createdAt }) =>
    id === undefined ? time(createdAt) : t('union.by', { id, date: time(createdAt) });
};

/** Returns functions that describe an import file: content, format and size. */
export const useFileTexts = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  const size = (bytes: number): string => {
    const [unit, name] = sizes.find(([least]) => bytes >= least) ?? [1, 'B'];
    return `${number(Math.round((bytes / unit) * 10) / 10)}\u00a0${name}`;
  };
  return {
    size,
    form: (form: string): string => textOf('marc-form', form),
    /** The kind of records, the format and the size. */
    file: ({ kind = 'records', form, bytes }: { kind?: string; form?: string; bytes: number }): string =>
      [
        t(kind === 'authorities' ? 'load-kind.authorities' : 'load-kind.records'),
        form && textOf('marc-form', form),
        size(bytes),
      ]
        .filter(Boolean)
        .join(' · '),
  };
};
