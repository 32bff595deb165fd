import { useDirectory } from '../../../api/directory.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BatchTexts } from '../shared/batch-run.tsx';
import type { Batch, Line } from './changes.ts';
import { setFields } from './draft.ts';

type Values = NonNullable<Line['to']>;

/** Returns functions that describe a change: the values it sets, the change of one item, and the selection of items. */
export const useChangeTexts = () => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  const value = (values: Values, field: (typeof setFields)[number]): string => {
    const found = values[field];
    if (Array.isArray(found)) {
      if (found.length === 0) return t('changes.from-nobody');
      return found.map((one) => t(`audience.${one}`)).join(', ');
    }
    return found || t('changes.nothing');
  };
  const batchTexts: BatchTexts = {
    gathering: (count) => t('changes.gathering', { count }),
    act: (way, count) => t(`changes.do-${way}`, { count }),
    sure: (way, count) => t(`changes.sure-${way}`, { count }),
    outcomes: t('changes.by-outcome'),
    none: t('changes.no-lines'),
  };
  const fieldsOf = (values: Values) => setFields.filter((field) => values[field] !== undefined);
  return {
    batchTexts,
    /** The values it sets, one entry per value. */
    sets: (change: Values): string[] =>
      fieldsOf(change).map((field) => t('changes.sets', { field: t(`item-field.${field}`), to: value(change, field) })),
    /** The changes to one item, one entry per value. */
    steps: ({ from = {}, to = {} }: Line): string[] =>
      fieldsOf(to).map((field) =>
        t('changes.step', { field: t(`item-field.${field}`), from: value(from, field), to: value(to, field) }),
      ),
    /** How its items were selected. */
    chosen: ({ query }: Batch): string => {
      if (!query) return t('changes.by-barcodes');
      const { branchId, location, category, callNumberFrom, callNumberTo } = query;
      const numbers = callNumberFrom || callNumberTo ? `${callNumberFrom ?? ''}–${callNumberTo ?? ''}` : '';
      return [branchName(branchId), location, category, numbers].filter(Boolean).join(' · ');
    },
  };
};
