import { moving } from '../../../../test/builders/movement.ts';
import { carriageBetween } from './courier.ts';

const route = (name: string, days: number[], ...stops: string[]) => ({ route: name, name, stops, days });
const carried = (routes: ReturnType<typeof route>[], from: string, to: string, totes = {}) => {
  const movement = moving({ courier: { routes, totes } }).movement?.body;
  if (movement === undefined) throw new Error('no movement');
  return carriageBetween(movement, from, to);
};
const north = route('north', [5, 1, 3], 'ash.main', 'birch.east');
const south = route('south', [2], 'birch.east', 'cedar.main');
const coast = route('coast', [4], 'cedar.main', 'elm.main');

test('one round of the courier that stops at both branches takes an item directly, on its days in order', () => {
  expect(carried([south, north], 'ash.main', 'birch.east')).toEqual({ routes: ['north'], days: [1, 3, 5], via: [] });
  expect(carried([south, north], 'birch.east', 'ash.main')).toEqual({ routes: ['north'], days: [1, 3, 5], via: [] });
});

test('rounds that meet take it with a change at each branch where they meet; the days are those of the first round', () => {
  const all = [coast, south, north];
  expect(carried(all, 'ash.main', 'cedar.main')).toEqual({
    ...{ routes: ['north', 'south'], days: [1, 3, 5], via: ['birch.east'] },
  });
  expect(carried(all, 'ash.main', 'elm.main')).toEqual({
    ...{ routes: ['north', 'south', 'coast'], days: [1, 3, 5], via: ['birch.east', 'cedar.main'] },
  });
});

test('the way with the fewest rounds is taken; among equals the one that the policy names first', () => {
  const direct = route('direct', [6], 'ash.main', 'elm.main');
  expect(carried([north, south, coast, direct], 'ash.main', 'elm.main')?.routes).toEqual(['direct']);
  const other = route('other', [1], 'ash.main', 'birch.east');
  expect(carried([other, north], 'ash.main', 'birch.east')?.routes).toEqual(['other']);
  expect(carried([north, other], 'ash.main', 'birch.east')?.routes).toEqual(['north']);
});

test('without a way there is only the tote of the destination, if it has one', () => {
  expect(carried([north, coast], 'ash.main', 'elm.main')).toBeUndefined();
  expect(carried([], 'ash.main', 'elm.main')).toBeUndefined();
  expect(carried([north], 'ash.main', 'elm.main', { 'elm.main': 'E 7' })).toEqual({
    ...{ routes: [], days: [], via: [], tote: 'E 7' },
  });
  expect(carried([north], 'ash.main', 'birch.east', { 'birch.east': 'B 2' })).toMatchObject({ tote: 'B 2' });
});
