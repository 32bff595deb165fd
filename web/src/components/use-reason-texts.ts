import { useCallback } from 'react';
import { useDirectory } from '../api/directory.ts';
import type { Param, Problem, Reason } from '../api/problem.ts';
import { useFormat } from '../i18n/format.ts';
import { useTextOf } from '../i18n/translate.ts';

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isInstant = /^\d{4}-\d{2}-\d{2}T/;

/** Formats the parameters of a reason: money in its currency, days, and names in place of ids. */
const useFigures = (): ((params: Record<string, Param>) => Record<string, string>) => {
  const textOf = useTextOf();
  const { date, money, number, time } = useFormat();
  const { branchName, memberName } = useDirectory();
  return useCallback(
    (params) => {
      const named: Record<string, (text: string) => string> = {
        branch: branchName,
        member: memberName,
        state: (state) => textOf('item-state', state),
      };
      const read = (name: string, value: Param): string => {
        if (typeof value === 'number') return number(value);
        if (typeof value !== 'string') return money(value.amount, value.currency);
        if (isDay.test(value)) return date(value);
        // When something was scanned is compared with the time of another scan.
        if (isInstant.test(value)) return name === 'at' ? time(value) : date(value);
        return named[name]?.(value) ?? value;
      };
      return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(name, value)]));
    },
    [textOf, date, money, number, time, branchName, memberName],
  );
};

/** Returns a function that translates a reason. The API's own English text is used where its code has no translation. */
export const useReasonText = (): ((reason: Omit<Reason, 'detail'> & { detail?: string }) => string) => {
  const textOf = useTextOf();
  const figures = useFigures();
  return useCallback(
    ({ code, detail = '', pointer, params }) => {
      // The API lists the libraries to choose from by id only.
      const values = figures(code === 'held-at' ? { member: detail } : params);
      if (typeof params.why === 'string') return textOf(code, params.why, textOf('problem', code), values);
      const field = pointer.slice(pointer.lastIndexOf('/') + 1);
      const other = field === '' ? textOf('problem', 'other') : textOf('problem', 'field', field, { field });
      return textOf('problem', code, other, values);
    },
    [textOf, figures],
  );
};

/** The reasons of a problem; the problem itself when it lists none. */
export const reasonsIn = ({ code, reasons }: Problem): Reason[] =>
  reasons.length > 0 ? reasons : [{ code, detail: '', pointer: '', params: {} }];

/** Returns a function that describes a problem as a whole. */
export const useProblemText = (): ((problem: Problem) => string) => {
  const textOf = useTextOf();
  const reasonText = useReasonText();
  return ({ code, status, reasons }) => {
    const first = reasons.find((reason) => reason.code === code && reason.params.why === undefined);
    if (first) return reasonText(first);
    return textOf('problem', code, textOf('problem', status >= 500 ? 'internal-error' : 'other'));
  };
};
