import { control, fields, subfields } from '../fields.ts';
import type { MarcRecord } from '../record.ts';
import { type Finding, finding } from './finding.ts';
import { codesOf008, controlLengths, type FixedCode, leaderCodes, materialOf, wrongAt } from './fixed-fields.ts';

const placeOf = ({ at, length }: FixedCode): string => (length === 1 ? `${at}` : `${at}-${at + length - 1}`);

/** Returns the permitted values in cataloguers' notation: a blank is #. */
const allowedAt = (code: FixedCode): string =>
  'each' in code ? [...code.each.replace(' ', '#')].join(' ') : code.such;

const shown = (text: string): string => text.replaceAll(' ', '#');

const checkLeader = ({ leader }: MarcRecord): Finding[] => {
  if (!/^[ -~]{24}$/.test(leader)) return [finding('refusal', 'leader-malformed', '/leader')];
  // Leader/05 `d` would withdraw the record when it is read again.
  if (leader[5] === 'd') return [finding('refusal', 'leader-deletes', '/leader')];
  return leaderCodes.flatMap((code) => {
    const found = wrongAt(leader, code);
    if (found === undefined) return [];
    return finding('refusal', 'leader-code', '/leader', {
      ...{ at: placeOf(code), found: shown(found), allowed: allowedAt(code) },
    });
  });
};

const check008 = (value: string, leader: string, pointer: string): Finding[] => {
  const material = materialOf(leader);
  return (material === undefined ? [] : codesOf008(material)).flatMap((code) => {
    const found = wrongAt(value, code);
    if (found === undefined) return [];
    return finding('refusal', 'fixed-code', pointer, {
      ...{ tag: '008', at: placeOf(code), found: shown(found), allowed: allowedAt(code) },
    });
  });
};

const checkControl = (record: MarcRecord): Finding[] =>
  record.control.flatMap(({ tag, value }, i): Finding[] => {
    const pointer = `/control/${i}`;
    const length = controlLengths[tag];
    if (length !== undefined && value.length !== length)
      return [finding('refusal', 'control-length', pointer, { tag, length: `${length}`, found: `${value.length}` })];
    const repeats = ['006', '007'].includes(tag) || record.control.findIndex((one) => one.tag === tag) === i;
    return [
      ...(repeats ? [] : [finding('refusal', 'field-repeated', pointer, { tag })]),
      ...(tag === '008' ? check008(value, record.leader, pointer) : []),
    ];
  });

/** Warns about a single year in 008 that the imprint lacks: usually one of the two is a typing error. */
const checkDate = (record: MarcRecord): Finding[] => {
  const fixed = control(record, '008') ?? '';
  const year = fixed.slice(7, 11);
  const imprint = fields(record, '260', '264').flatMap((field) => subfields(field, 'c'));
  if (fixed[6] !== 's' || !/^\d{4}$/.test(year) || imprint.length === 0) return [];
  if (!imprint.some((text) => /\d{4}/.test(text)) || imprint.some((text) => text.includes(year))) return [];
  const at = record.control.findIndex(({ tag }) => tag === '008');
  return [finding('warning', 'date-unlike', `/control/${at}`, { tag: '008', found: year })];
};

/** Checks leader and control fields by MARC 21: lengths, codes by the kind of material, dates. */
export const checkFixed = (record: MarcRecord): Finding[] => [
  ...checkLeader(record),
  ...checkControl(record),
  ...(control(record, '008') === undefined ? [finding('refusal', 'field-missing', '', { tag: '008' })] : []),
  ...checkDate(record),
];
