/** What the build makes of translations/ for a page (scripts/build/texts.ts). */
declare module '*.json?first' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*.json?rest' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
declare module '*.json?whole' {
  const texts: import('./texts.ts').Texts;
  export default texts;
}
