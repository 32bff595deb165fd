import { useCallback } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { CheckIn, Row } from './desk-types.ts';

/** What to do with a copy that came back, and what it cost. */
export const useCheckInWords = (): ((checkIn: CheckIn) => string) => {
  const say = useSay();
  const { money } = useFormat();
  const sayOf = useSayOf();
  const { branchName } = useDirectory();
  return useCallback(
    ({ next, loanClosed, fine, refund, warnings }) => {
      const branch = branchName(next.branchId);
      const step = {
        shelve: say('next.shelve'),
        'hold-shelf': say('next.hold-shelf'),
        send: say(next.forHold ? 'next.send-hold' : 'next.send', { branch }),
        'keep-aside': say('next.keep-aside'),
      }[next.step];
      return [
        say(loanClosed ? 'row.back' : 'row.received'),
        step,
        sayOf('because', next.because, ''),
        ...warnings.map((warning) => sayOf('scan-warning', warning)),
        fine ? say('row.fine', { amount: money(fine.amount, fine.currency) }) : '',
        refund ? say('row.refund', { amount: money(refund.amount, refund.currency) }) : '',
      ]
        .filter(Boolean)
        .join(' ');
    },
    [say, sayOf, money, branchName],
  );
};

/** How a scan ended, in a sentence. */
export const useOutcomeWords = (): ((row: Row) => string) => {
  const say = useSay();
  const { date } = useFormat();
  const checkInWords = useCheckInWords();
  return useCallback(
    ({ state, outcome }) => {
      if (state === 'waiting' || outcome === undefined) return say(state === 'waiting' ? 'row.waiting' : 'row.running');
      if (state === 'running') return say('row.running');
      if (outcome.is === 'opened') return say('row.opened', { name: outcome.name });
      if (outcome.is === 'lent') return say('row.lent', { date: date(outcome.due) });
      if (outcome.is === 'renewed') {
        return say(outcome.asked ? 'row.renewal-asked' : 'row.renewed', { date: date(outcome.due) });
      }
      if (outcome.is === 'dropped') return say('row.dropped');
      return outcome.is === 'refused' ? say('row.refused') : checkInWords(outcome.checkIn);
    },
    [say, date, checkInWords],
  );
};
