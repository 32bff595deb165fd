import type { fastAdd as english } from '../en/fast-add.ts';

export const fastAdd: Record<keyof typeof english, string> = {
  'fast-add.open': 'Añadirlo y prestarlo ahora',
  'fast-add.title': 'Añadir un ejemplar sin registro',
  'fast-add.meaning':
    'Solo si es un ejemplar de su biblioteca. Su registro breve queda oculto para los usuarios hasta que un catalogador lo describa.',
  'fast-add.name': 'Título',
  'fast-add.author': 'Autor',
  'fast-add.type': 'Tipo de ejemplar',
  'fast-add.location': 'Ubicación',
  'fast-add.no-location': 'Ninguna',
  'fast-add.make': 'Añadir y prestar',
  'fast-added.title': 'Registros añadidos en el mostrador',
  'fast-added.meaning':
    'Registros breves que sus mostradores hicieron para prestar un ejemplar en el acto. Describa cada uno con el ejemplar a la vista: al guardarlo se compara con los demás y se muestra a los usuarios.',
  'fast-added.none': 'Ningún registro añadido en el mostrador espera.',
  'fast-added.since': 'Añadido en {branch} el {date}',
  'fast-added.describe': 'Describirlo',
};
