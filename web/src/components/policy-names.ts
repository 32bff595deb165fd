import { useDirectory } from '../api/directory.ts';
import type { AmountField } from './amount-fields.tsx';
import { codeName } from './code-name.ts';
import type { PolicyShape } from './policy-values.ts';

/**
 * Returns a function that gives the fields of a policy the names of their codes: the form suggests libraries, branches and item types of
 * the directory, and tables and differences show their names. An item type without a name is shown by its code in words.
 */
export const usePolicyNames = (): ((shape: PolicyShape) => PolicyShape) => {
  const { members, branches } = useDirectory();
  const itemTypes = new Set(members.flatMap(({ names }) => names?.itemTypes.map(({ code }) => code) ?? []));
  const suggestions = {
    places: [
      ...members.map(({ memberId, name }) => ({ value: memberId, label: name })),
      ...branches.map(({ branchId, name }) => ({ value: branchId, label: name })),
    ],
    itemTypes: [...itemTypes].sort().map((code) => ({ value: code, label: codeName(code) })),
  };
  const named = (field: AmountField): AmountField => {
    if (!field.names) return field;
    const known = suggestions[field.names];
    const unknown = field.names === 'itemTypes' ? codeName : (code: string) => code;
    return {
      ...field,
      // A suggestion replaces the whole text of a field.
      ...(!field.isSeveral && { suggestions: known }),
      shows: (code) => known.find(({ value }) => value === code)?.label ?? unknown(code),
    };
  };
  return ({ fields, lists }) => ({
    fields: fields.map(named),
    lists: lists.map((list) => ({ ...list, columns: list.columns.map(named) })),
  });
};
