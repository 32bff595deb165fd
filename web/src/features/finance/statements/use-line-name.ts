import { useFormat } from '../../../i18n/format.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import type { Line } from './statement.ts';

/** Returns a function that names a line. A fee or credit has its own code as name, a one-off charge its own words, a correction the month that it corrects. */
export const useLineName = (): ((
  line: Pick<Line, 'lineId' | 'title' | 'description' | 'service' | 'corrects' | 'tax'>,
) => string) => {
  const textOf = useTextOf();
  const { month: monthName, number } = useFormat();
  return ({ lineId, title, description, service, corrects, tax }) =>
    description ??
    textOf('line', title, title, {
      service: service === undefined ? '' : textOf('service', service),
      code: corrects ? monthName(corrects.month) : lineId.replace(/^(?:true-up|[^-]+)-/, '').replaceAll('-', ' '),
      month: corrects ? monthName(corrects.month) : '',
      percent: tax ? number(tax.rate / 100) : '',
    });
};
