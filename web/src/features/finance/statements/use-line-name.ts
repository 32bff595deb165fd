import { useFormat } from '../../../i18n/format.ts';
import { useSayOf } from '../../../i18n/translate.ts';
import type { Line } from './statement.ts';

/** What a line is for, in words. A fee or credit is named by its own code; a correction by the month that it corrects. */
export const useLineName = (): ((line: Pick<Line, 'lineId' | 'title' | 'service' | 'corrects' | 'tax'>) => string) => {
  const sayOf = useSayOf();
  const { month: monthName, number } = useFormat();
  return ({ lineId, title, service, corrects, tax }) =>
    sayOf('line', title, title, {
      service: service === undefined ? '' : sayOf('service', service),
      code: lineId.replace(/^(?:true-up|[^-]+)-/, ''),
      month: corrects ? monthName(corrects.month) : '',
      percent: tax ? number(tax.rate / 100) : '',
    });
};
