/** Los encabezamientos que cambió una carga de autoridades. */
export const changedHeadings = {
  'changed-headings.title': 'Encabezamientos que cambió esta carga',
  'changed-headings.meaning':
    'Los registros conservan el encabezamiento anterior hasta que usted los cambie. Antes ve cada registro, y el cambio se puede deshacer.',
  'changed-headings.none': 'Esta carga no cambió ningún encabezamiento.',
  'changed-headings.before': 'Encabezamiento anterior',
  'changed-headings.after': 'Encabezamiento nuevo',
  'changed-headings.records': 'Registros',
  'changed-headings.change': 'Cambiar registros',
  'changed-headings.change-one': 'Cambiar registros con {heading}',
  'changed-headings.change-all': 'Cambiar los registros de estos {count} encabezamientos',
  'changed-headings.reason': 'Encabezamientos cambiados por la carga {file}',
} as const;
