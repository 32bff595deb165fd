import { useFormat } from '../../../i18n/format.ts';
import { useTextOf } from '../../../i18n/translate.ts';

type Named = { title: string; service?: string; code?: string; month?: string; rate?: number };

const platform = /^(?:direct|shared|idle|unattributed)-(own|public-use|consortium|idle|unattributed)-(.+)$/;

/** Returns what the id of a line says: the title of the line, and what it is about. */
const partsOf = (id: string): Named => {
  const lineId = id.replace(/^carried-\d{4}-\d{2}-/, '');
  const [, pool, service] = platform.exec(lineId) ?? [];
  if (pool !== undefined && service !== undefined) return { title: `platform-${pool}`, service };
  const [, billed] = /^unmetered-(.+)$/.exec(lineId) ?? [];
  if (billed !== undefined) return { title: `billed-${billed}` };
  const [, group] = /^(between-members-(?:loans|desks))-/.exec(lineId) ?? [];
  if (group !== undefined) return { title: group };
  const [, kind, month] = /^(correction|restatement)-(\d{4}-\d{2})-/.exec(lineId) ?? [];
  if (kind !== undefined && month !== undefined) return { title: kind, month };
  const [, tax, rate] = /^(tax-[A-Z]+)-(\d+)$/.exec(lineId) ?? [];
  if (tax !== undefined) return { title: tax, rate: Number(rate) };
  const [, ofYear] = /^true-up-\d{4}-(.+)$/.exec(lineId) ?? [];
  if (ofYear !== undefined) return { title: 'dues-true-up', code: ofYear };
  const [, title = lineId, code = ''] = /^(dues|credit|one-off)-(.+)$/.exec(lineId) ?? [];
  return { title, code };
};

/** Returns a function that names a line of a statement of which only the id is known. */
export const useLineIdName = (): ((lineId: string) => string) => {
  const textOf = useTextOf();
  const { month: monthName, number } = useFormat();
  return (lineId) => {
    const { title, service, code = '', month, rate } = partsOf(lineId);
    const codeText = code.replaceAll('-', ' ');
    return textOf('line', title, lineId.replaceAll('-', ' '), {
      service: service === undefined ? '' : textOf('service', service),
      code: month === undefined ? codeText : monthName(month),
      month: month === undefined ? '' : monthName(month),
      percent: rate === undefined ? '' : number(rate / 100),
    });
  };
};
