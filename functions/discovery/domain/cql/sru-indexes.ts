import type { SruSorting } from '../../../../layers/protocols/sru/read-sru.ts';
import type { ExplainedIndexes } from '../../../../layers/protocols/sru/zeerex.ts';
import { type CqlIndex, contextSets, cqlIndexes, indexNamed } from './cql-indexes.ts';
import { checkedOrders } from './cql-to-engine.ts';

/** The sort orders of the union index, for parsing requests of SRU. */
export const sruSorting: SruSorting = {
  fieldOf: (name) => {
    const index = indexNamed(name);
    return 'sort' in index ? index.sort : undefined;
  },
  checked: checkedOrders,
};

const relationsOf = (index: CqlIndex): string[] => {
  if (index.kind === 'text') return ['=', 'all', 'any', 'adj', ...(index.keys ? ['==', '<>'] : [])];
  if (index.kind === 'number') return ['=', '<>', '<', '<=', '>', '>=', 'within', 'any'];
  if (index.kind === 'callNumber') return ['=', '==', '<>'];
  return index.kind === 'everything' ? ['='] : ['=', '<>', 'any'];
};

/** The indexes of the union index, for the explain record of SRU. */
export const explainedIndexes: ExplainedIndexes = {
  sets: contextSets,
  indexes: Object.entries(cqlIndexes).flatMap(([set, indexes]) =>
    Object.entries(indexes).map(([name, index]) => ({
      ...{ set, name, title: index.title, relations: relationsOf(index) },
      sorts: 'sort' in index && index.sort !== undefined,
      scans: index.scan !== undefined,
    })),
  ),
};
