import { useTranslate } from '../../../i18n/translate.ts';
import type { Batch } from '../item-changes/changes.ts';
import type { BatchTexts } from '../shared/batch-run.tsx';
import type { Condition, Step } from './steps.ts';

const shown = (indicator: string): string => (indicator === ' ' ? '#' : indicator);

/** Returns functions that describe a batch change of records: its steps, and how its records were selected. */
export const useRecordTexts = () => {
  const t = useTranslate();
  const place = ({ tag, code }: { tag: string; code?: string | undefined }): string =>
    code === undefined ? tag : `${tag} $${code}`;
  const condition = (one: Condition): string =>
    `${place(one)} ${t(`record-is.${one.is}`)}${one.value === undefined ? '' : ` “${one.value}”`}`;
  const deed = (step: Step): string => {
    const name = t(`record-step.${step.do}`);
    switch (step.do) {
      case 'add-field': {
        const content = step.subfields.map(({ code, value }) => `$${code}${value}`).join('');
        return `${name}: ${step.tag} ${shown(step.ind1)}${shown(step.ind2)} ${content}`;
      }
      case 'replace-text':
        return `${name}: ${place(step)} “${step.find}” → “${step.by}”`;
      case 'change-heading': {
        const content = step.field.subfields.map(({ code, value }) => `$${code}${value}`).join('');
        return `${name}: “${step.heading}” → ${content}`;
      }
      case 'set-indicator':
        return `${name}: ${step.tag}, ${step.place} → ${shown(step.value)}`;
      case 'delete-field':
      case 'delete-subfield':
        return `${name}: ${place(step)}`;
      default:
        return `${name}: ${place(step)} “${step.value}”`;
    }
  };
  const batchTexts: BatchTexts = {
    gathering: (count) => t('record-changes.gathering', { count }),
    act: (way, count) => t(`record-changes.do-${way}`, { count }),
    sure: (way, count) => t(`record-changes.sure-${way}`, { count }),
    outcomes: t('record-changes.by-outcome'),
    none: t('record-changes.no-lines'),
  };
  return {
    batchTexts,
    /** The steps, one entry each. */
    steps: ({ steps = [] }: Batch): string[] =>
      steps.map((step) =>
        'where' in step && step.where
          ? t('record-changes.where', { step: deed(step), where: condition(step.where) })
          : deed(step),
      ),
    /** How its records were selected. */
    chosen: ({ where, all }: Batch): string => {
      if (all) return t('record-changes.chosen-all');
      return where ? t('record-changes.chosen-where', { where: condition(where) }) : t('record-changes.listed');
    },
  };
};
