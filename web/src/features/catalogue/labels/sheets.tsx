import { useTranslate } from '../../../i18n/translate.ts';
import { Label, type LabelKind } from './label.tsx';
import type { LabelItem } from './label-items.ts';

/** The sheets and rolls: labels a sheet of A4, or one after another. */
export const layouts = { 'a4-24': 24, 'a4-65': 65, 'roll-50': 0, 'roll-25': 0 } as const;
export type Layout = keyof typeof layouts;

type Given = { items: readonly LabelItem[]; kind: LabelKind; layout: Layout; used: number };

/** The labels of items on sheets, or on one roll. `used` places of the first sheet stay empty. */
export const Sheets = ({ items, kind, layout, used }: Given) => {
  const t = useTranslate();
  const places: (LabelItem | number)[] = [...Array.from({ length: used }, (_, i) => i), ...items];
  const size = layouts[layout] || Math.max(1, places.length);
  const sheets = Array.from({ length: Math.ceil(places.length / size) }, (_, i) => i + 1);
  return (
    <section className={`labels labels-${layout} labels-of-${kind}`} aria-label={t('labels.title')}>
      {sheets.map((number) => (
        <ul key={number} className="label-sheet" aria-label={t('labels.sheet', { number })}>
          {places
            .slice((number - 1) * size, number * size)
            .map((place) =>
              typeof place === 'number' ? (
                <li key={`used ${place}`} className="label label-used" aria-hidden="true" />
              ) : (
                <Label key={place.barcode} item={place} kind={kind} />
              ),
            )}
        </ul>
      ))}
    </section>
  );
};
