import { useTranslate } from '../../../i18n/translate.ts';
import type { OwnKind, OwnValues } from './own-kinds.ts';
import { useOwnText } from './use-own-text.ts';

type Props = { own: { kind: OwnKind; before: OwnValues; after: OwnValues }; currency: string };

/** The values that a library changes of those that it sets itself, in words. A value that it no longer sets is that of all libraries. */
export const OwnDifferences = ({ own: { kind, before, after }, currency }: Props) => {
  const t = useTranslate();
  const { label, text } = useOwnText(kind, currency);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name] !== after[name],
  );
  const shown = (values: OwnValues, name: string): string =>
    values[name] === undefined ? t('own-values.as-all') : text(name, values[name]);
  return (
    <ul>
      {changed.map((name) => (
        <li key={name}>
          {t('loan-rules.becomes', { value: label(name), before: shown(before, name), after: shown(after, name) })}
        </li>
      ))}
    </ul>
  );
};
