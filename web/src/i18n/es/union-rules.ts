/** Los textos de la página: reglas de registros colectivos. */
export const unionRules = {
  'union-rules.title': 'Reglas de registros colectivos',
  'union-rules.none-adopted': 'No hay reglas adoptadas: el registro más completo aporta cada campo.',
  'union-rules.adopt-meaning':
    'Deciden de quién es el registro que aporta un campo cuando varias bibliotecas describen la misma edición. Los registros cambian cuando se guardan de nuevo.',
  'union-rules.leads': 'Bibliotecas que tienen prioridad',
  'union-rules.leads-hint':
    'Lo aporta la primera biblioteca cuyo registro tiene el campo. Cada clase de campo tiene una entrada.',
  'union-rules.fields': 'Campos',
  'union-rules.members': 'Bibliotecas, en orden',
  'union-rules.members-fault': 'Escriba los códigos de bibliotecas: riverton, calder',
  'union-rules.fields-description': 'toda la descripción',
  'union-rules.fields-main-entry': 'punto de acceso principal',
  'union-rules.fields-edition': 'edición',
  'union-rules.fields-extent': 'extensión',
  'union-rules.fields-series': 'serie',
  'union-rules.fields-contents': 'contenido',
  'union-rules.fields-summary': 'resumen',
};
