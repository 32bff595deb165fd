import { absent, and, below, equals, or, unchanged } from './condition.ts';

const placeholders = (expression: string): string[] => expression.match(/[#:]c[\w]*/g) ?? [];

describe('conditions of writes', () => {
  test('equal conditions are written alike, for any item', () => {
    expect(unchanged(3)).toEqual({ expression: '#c = :c', names: { '#c': 'v' }, values: { ':c': 3 } });
    expect(unchanged(4).expression).toBe(unchanged(3).expression);
    expect(and(unchanged(4), absent()).expression).toBe(and(unchanged(1), absent()).expression);
  });

  test('combined conditions each keep their own values', () => {
    const both = and(equals('state', 'open'), below('perGroup.dvd', 2));
    expect(both.expression).toBe('(#c0_x0 = :c0_) AND (attribute_not_exists(#c1_x0.#c1_x1) OR #c1_x0.#c1_x1 < :c1_)');
    expect(both.names).toEqual({ '#c0_x0': 'state', '#c1_x0': 'perGroup', '#c1_x1': 'dvd' });
    expect(both.values).toEqual({ ':c0_': 'open', ':c1_': 2 });
  });

  test('nested to any depth, no two share a placeholder and none is undefined', () => {
    const deep = or(
      and(...Array.from({ length: 12 }, (_, i) => equals(`a${i}`, i))),
      and(or(equals('b0', 0), equals('b1', 1)), ...Array.from({ length: 11 }, (_, i) => equals(`c${i}`, i))),
    );
    expect(Object.keys(deep.names)).toHaveLength(25);
    expect(Object.keys(deep.values)).toHaveLength(25);
    const defined = new Set([...Object.keys(deep.names), ...Object.keys(deep.values)]);
    expect(placeholders(deep.expression).filter((one) => !defined.has(one))).toEqual([]);
    expect(new Set(Object.values(deep.names)).size).toBe(25);
  });
});
