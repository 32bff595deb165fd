/** The titles related to a record, in Spanish. */
export const related = {
  'related.editions': 'Otras ediciones',
  'related.similar': 'Títulos parecidos',
  'related.shelf': 'Al lado en el estante',
  'related.all-libraries': 'Todas las bibliotecas, por signatura',
  'related.covers': 'Portadas:',
} as const;
