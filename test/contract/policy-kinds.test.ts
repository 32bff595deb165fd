import { policyKinds, policySchema } from '../../functions/governance/domain/policy-kinds.ts';
import { adoptionSchema } from '../../functions/governance/schemas/policies.ts';

const namesIn = ({ options }: { options: readonly { shape: { kind: { value: string } } }[] }): string[] =>
  options.map(({ shape }) => shape.kind.value).toSorted();
const names = policyKinds.map(({ name }) => name).toSorted();

test('every kind of policy has a schema for adopted documents', () => {
  expect(namesIn(policySchema)).toEqual(names);
});

test('every kind of policy can be adopted, except prices, which one person proposes and another adopts', () => {
  expect(namesIn(adoptionSchema)).toEqual(names.filter((name) => name !== 'price-book'));
});
