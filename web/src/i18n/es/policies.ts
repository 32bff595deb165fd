import type { policies as english } from '../en/policies.ts';

/** Textos de las páginas que muestran y aprueban una política. */
export const policies: Record<keyof typeof english, string> = {
  'policy.not-yours': 'Esto es para el personal.',
  'policy.versions': 'Reglas vigentes, futuras y anteriores',
  'policy.from': 'Desde',
  'policy.state': 'Estado',
  'policy.in-force': 'Vigente',
  'policy.later': 'Empieza más tarde',
  'policy.ended': 'Anulada antes de empezar',
  'policy.before': 'Sustituida',
  'policy.decision': 'Decisión',
  'policy.changes': 'Qué cambia',
  'policy.no-changes': 'Nada todavía.',
  'policy.becomes': '{value}: {before} pasa a {after}',
  'policy.unreadable': 'No se puede leer. Escriba cifras; un importe, con punto o coma: 12.50.',
  'policy.adopt-title': 'Cambiar las reglas',
  'policy.day': 'Desde qué día',
  'policy.day-hint': 'Vacío: de inmediato',
  'policy.later-versions': 'Reglas ya aprobadas que empiezan más tarde ({days})',
  'policy.keep-later': 'Empiezan igualmente y sustituyen a las que se aprueban aquí',
  'policy.end-later': 'Anularlas: las que se aprueban aquí siguen',
  'policy.adopt': 'Aprobar las reglas',
  'policy.adopted': 'Las reglas están aprobadas.',
  'problem.later-version-adopted': 'Ya hay reglas aprobadas que empiezan más tarde. Indique si aún empiezan.',
  'problem.unknown-name': 'Las reglas nombran una biblioteca, sucursal, categoría o tipo de ejemplar que no existe.',
  'problem.policy-overtaken': 'Otra persona aprobó otras reglas entretanto. Véalas y apruebe después las suyas.',
};
