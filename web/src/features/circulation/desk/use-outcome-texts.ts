import { useCallback } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { CheckIn, Row } from './desk-types.ts';

/** Returns a function that describes what to do with a checked-in item, and the fee. */
export const useCheckInText = (): ((checkIn: CheckIn) => string) => {
  const t = useTranslate();
  const { money } = useFormat();
  const textOf = useTextOf();
  const { branchName } = useDirectory();
  return useCallback(
    ({ next, loanClosed, fine, refund, warnings }) => {
      const branch = branchName(next.branchId);
      const step = {
        shelve: t('next.shelve'),
        'hold-shelf': t('next.hold-shelf'),
        send: t(next.forHold ? 'next.send-hold' : 'next.send', { branch }),
        'keep-aside': t('next.keep-aside'),
      }[next.step];
      return [
        t(loanClosed ? 'row.back' : 'row.received'),
        step,
        textOf('because', next.because, ''),
        ...warnings.map((warning) => textOf('scan-warning', warning)),
        fine ? t('row.fine', { amount: money(fine.amount, fine.currency) }) : '',
        refund ? t('row.refund', { amount: money(refund.amount, refund.currency) }) : '',
      ]
        .filter(Boolean)
        .join(' ');
    },
    [t, textOf, money, branchName],
  );
};

/** Returns a function that describes the outcome of a scan. */
export const useOutcomeText = (): ((row: Row) => string) => {
  const t = useTranslate();
  const { date } = useFormat();
  const checkInText = useCheckInText();
  return useCallback(
    ({ state, outcome }) => {
      if (state === 'waiting' || outcome === undefined) return t(state === 'waiting' ? 'row.waiting' : 'row.running');
      if (state === 'running') return t('row.running');
      if (outcome.is === 'opened') return t('row.opened', { name: outcome.name });
      if (outcome.is === 'lent') return t('row.lent', { date: date(outcome.due) });
      if (outcome.is === 'renewed') {
        return t(outcome.asked ? 'row.renewal-asked' : 'row.renewed', { date: date(outcome.due) });
      }
      if (outcome.is === 'dropped') return t('row.dropped');
      return outcome.is === 'refused' ? t('row.refused') : checkInText(outcome.checkIn);
    },
    [t, date, checkInText],
  );
};
