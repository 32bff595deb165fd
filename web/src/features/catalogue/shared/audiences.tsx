import { Checkbox } from '@mantine/core';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Audience, audiences } from './visibility.ts';

type Given = { hidden: readonly Audience[]; change: (hidden: Audience[]) => void };

/** The audiences from which something is hidden, one tick box each. */
export const Audiences = ({ hidden, change }: Given) => {
  const t = useTranslate();
  const turn = (one: Audience, isHidden: boolean): void =>
    change(audiences.filter((each) => (each === one ? isHidden : hidden.includes(each))));
  return (
    <fieldset className="row" aria-label={t('item-field.hiddenFrom')}>
      {audiences.map((one) => (
        <Checkbox
          key={one}
          size="sm"
          label={t(`audience.${one}`)}
          checked={hidden.includes(one)}
          onChange={({ currentTarget: { checked } }) => turn(one, checked)}
        />
      ))}
    </fieldset>
  );
};
