import { NativeSelect, TextInput } from '@mantine/core';
import { useDirectory } from '../../../api/directory.ts';
import { codeName } from '../../../components/code-name.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Facet, facets } from './outcome-text.ts';
import type { Place } from './use-loan-rules.ts';

type Props = {
  place: Place;
  setPlace: (place: Place) => void;
  facet: Facet;
  setFacet: (facet: Facet) => void;
  itemType: string;
  setItemType: (itemType: string) => void;
  itemTypes: readonly string[];
};

/** Where the rules are looked at: whose items, at which desk, which values, on which day. */
export const Filters = ({ place, setPlace, facet, setFacet, itemType, setItemType, itemTypes }: Props) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const branches = members.map(({ name, branches: own }) => ({
    group: name,
    items: own.map((branch) => ({ value: branch.branchId, label: branch.name })),
  }));
  const at = (name: 'itemsOf' | 'lentAt') => ({
    size: 'sm' as const,
    data: branches,
    value: place[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setPlace({ ...place, [name]: currentTarget.value }),
  });
  return (
    <div className="rule-filters">
      <NativeSelect {...at('itemsOf')} label={t('loan-rules.items-of-branch')} />
      <NativeSelect {...at('lentAt')} label={t('loan-rules.lent-at-branch')} />
      <NativeSelect
        size="sm"
        label={t('loan-rules.show')}
        data={facets.map((value) => ({ value, label: t(`loan-rules.facet-${value}`) }))}
        value={facet}
        onChange={({ currentTarget }) => setFacet(currentTarget.value as Facet)}
      />
      <NativeSelect
        size="sm"
        label={t('loan-rules.item-type')}
        data={[
          { value: '', label: t('loan-rules.all-types') },
          ...itemTypes.map((value) => ({ value, label: codeName(value) })),
        ]}
        value={itemType}
        onChange={({ currentTarget }) => setItemType(currentTarget.value)}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('loan-rules.on')}
        value={place.day}
        onChange={({ currentTarget }) => setPlace({ ...place, day: currentTarget.value })}
      />
    </div>
  );
};
