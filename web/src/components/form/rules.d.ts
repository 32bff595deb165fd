/** The rules of the body of an operation, by its id: see web/build/form-rules.ts. */
declare module 'virtual:form/*' {
  const rules: import('../../../build/form-rules.ts').FormRules;
  export default rules;
}
