import { Checkbox } from '@mantine/core';
import type { Amounts } from '../../../components/amount-fields.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { kindLists, kindsIn, noticeKinds } from './kind-lists.ts';

type Props = { texts: Amounts; change: (texts: Amounts) => void };

/** The table of the kinds of notices: which are sent, always sent, cannot be declined, and do not wait for the day's e-mail. */
export const KindTable = ({ texts, change }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  return (
    <fieldset className="bench-rows">
      <legend>{t('notice-rules.kind')}</legend>
      <ScrollTable name={t('notice-rules.kind')}>
        <thead>
          <tr>
            <th scope="col">{t('notice-rules.kind')}</th>
            {kindLists.map((list) => (
              <th key={list} scope="col">
                {t(`notice-rules.${list}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {noticeKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{textOf('notice-kind', kind)}</th>
              {kindLists.map((list) => (
                <td key={list}>
                  <Checkbox
                    aria-label={`${textOf('notice-kind', kind)}: ${t(`notice-rules.${list}`)}`}
                    checked={kindsIn(texts[list]).includes(kind)}
                    onChange={({ currentTarget: { checked } }) => {
                      const others = kindsIn(texts[list]).filter((one) => one !== kind);
                      change({ ...texts, [list]: [...others, ...(checked ? [kind] : [])].toSorted().join(' ') });
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </fieldset>
  );
};
