/** Donde empiezan quienes catalogan, y los campos que una biblioteca protege de sus cargas. */
export const cataloguing = {
  'cataloguing.title': 'Catalogación',
  'cataloguing.meaning':
    'Los registros se buscan en el catálogo: cada uno lleva a los registros de los miembros, para editarlos, unirlos o separarlos.',
  'loads.title': 'Cargas',
  'loads.meaning': 'Archivos de registros de su propio sistema, y qué resultó de cada uno.',
  'mapping.title': 'Correspondencia de ejemplares',
  'mapping.meaning': 'Qué campos de sus registros tienen los ejemplares.',
  'protection.title': 'Campos protegidos',
  'protection.meaning':
    'Lo que se edita aquí en estos campos de sus registros queda cuando su propio sistema carga de nuevo el registro. Toda otra edición la sobrescribe la próxima carga que traiga algo nuevo.',
  'protection.none': 'Ningún campo está protegido.',
  'protection.row': 'Campo protegido {tag}',
  'protection.which': 'Qué campos',
  'protection.all': 'Todos los de esta etiqueta',
  'protection.mark-5': 'Los que tienen $5',
  'protection.mark-9': 'Los que tienen $9',
  'protection.value': 'Que dice',
  'protection.any': 'cualquier cosa',
  'protection.tag-wrong': 'Una etiqueta tiene tres cifras; X vale por cualquiera; LDR es la cabecera.',
  'protection.add': 'Añadir un campo',
  'protection.remove': 'Quitar',
  'protection.remove-of': 'Quitar el campo {tag}',
  'protection.kept': 'Guardado: las próximas cargas lo siguen.',
} as const;
