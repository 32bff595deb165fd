import { useFormat } from '../../../i18n/format.ts';
import { useTextOf } from '../../../i18n/translate.ts';
import type { Line } from './statement.ts';

type Named = Pick<Line, 'lineId' | 'title' | 'description' | 'service' | 'corrects' | 'carries' | 'tax'>;

/**
 * Returns a function that names a line, with its month when it is of an earlier one. A fee or credit has its own code as name, a one-off
 * charge its own words, a correction the month that it corrects.
 */
export const useLineName = (): ((line: Named) => string) => {
  const textOf = useTextOf();
  const { month: monthName, number } = useFormat();
  const own = ({ lineId, title, description, service, corrects, tax }: Named): string =>
    description ??
    textOf('line', title, title, {
      service: service === undefined ? '' : textOf('service', service),
      code: corrects ? monthName(corrects.month) : lineId.replace(/^(?:true-up|[^-]+)-/, '').replaceAll('-', ' '),
      month: corrects ? monthName(corrects.month) : '',
      percent: tax ? number(tax.rate / 100) : '',
    });
  return (line) =>
    line.carries ? `${own({ ...line, lineId: line.carries.lineId })} (${monthName(line.carries.month)})` : own(line);
};
