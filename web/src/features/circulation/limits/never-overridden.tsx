import { Checkbox } from '@mantine/core';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';

/** The blocks that desks set by hand; a policy may name others, which stay. */
const known = [
  ...(['address-unknown', 'unreturned-items', 'conduct', 'card-misuse'] as const),
  ...(['subscription-unpaid', 'library-decision'] as const),
];

/** Returns a function that names blocks by their codes, in one text. */
export const useBlockNames = (): ((codes: readonly string[]) => string) => {
  const textOf = useTextOf();
  return (codes) => codes.map((code) => textOf('block-code', code, code.replaceAll('-', ' '))).join(', ');
};

type Props = { codes: readonly string[]; change: (codes: readonly string[]) => void };

/** The blocks of patrons that no supervisor may override. */
export const NeverOverridden = ({ codes, change }: Props) => {
  const t = useTranslate();
  const nameOf = useBlockNames();
  const all = [...new Set<string>([...known, ...codes])];
  return (
    <fieldset className="stack">
      <legend>{t('limits.never-overridden')}</legend>
      {all.map((code) => (
        <Checkbox
          key={code}
          size="sm"
          label={nameOf([code])}
          checked={codes.includes(code)}
          onChange={({ currentTarget: { checked } }) =>
            change(all.filter((one) => (one === code ? checked : codes.includes(one))))
          }
        />
      ))}
    </fieldset>
  );
};
