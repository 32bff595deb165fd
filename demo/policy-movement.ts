import { type Movement, movementSchema } from '../layers/records/policies/domain/movement.ts';

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [1, 2, 3, 4, 5];

/** Two courier rounds, connected by a van between the cities; the reading room and the vault of Ashgrove are on neither. */
export const movement: Movement = movementSchema.parse({
  courier: {
    routes: [
      {
        route: 'river',
        name: 'River round',
        stops: [
          ...['riverton.main', 'riverton.eastside', 'riverton.hillcrest', 'harcourt.main', 'harcourt.science'],
          ...['harcourt.music', 'northfield.upper', 'northfield.lower'],
        ],
        days: [MONDAY, WEDNESDAY, FRIDAY],
      },
      {
        route: 'lake',
        name: 'Lake round',
        stops: ['lakeshore.main', 'lakeshore.dunes', 'lakeshore.prairie', 'calder.main', 'calder.engineering'],
        days: [TUESDAY, THURSDAY],
      },
      { route: 'link', name: 'City link', stops: ['riverton.main', 'lakeshore.main'], days: [MONDAY, THURSDAY] },
    ],
    totes: { 'riverton.main': 'R-1', 'harcourt.main': 'H-1', 'lakeshore.main': 'L-1', 'calder.main': 'C-1' },
  },
});
