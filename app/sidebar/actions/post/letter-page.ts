/** A letter as it is printed. */
export interface PrintedLetter {
  /** Of the language it is written in, for hyphenation and screen readers. */
  readonly lang: string;
  readonly title: string;
  /** Line by line. */
  readonly letterhead: readonly string[];
  readonly address: readonly string[];
  readonly date: string;
  readonly reference: string;
  readonly paragraphs: readonly string[];
}

/** DIN 5008 and British window envelopes both show an address that stands 20 to 25 mm from the left. */
const STYLE = `
  @page { size: A4; margin: 20mm 20mm 20mm 25mm; }
  body { font: 11pt/1.45 Arial, Helvetica, sans-serif; color: #000; background: #fff; margin: 0; hyphens: auto; }
  header { text-align: right; font-size: 9pt; min-height: 25mm; }
  address { font-style: normal; min-height: 40mm; }
  .date { text-align: right; margin: 0 0 8mm; }
  .reference { font-weight: bold; margin: 0 0 6mm; }
  main p { margin: 0 0 4mm; white-space: pre-line; orphans: 3; widows: 3; }
  @media screen { body { max-width: 165mm; margin: 12mm auto; padding: 0 6mm; } }
`;

function lines(document: Document, tag: 'header' | 'address', texts: readonly string[]): HTMLElement {
  const element = document.createElement(tag);
  texts.forEach((text, index) => {
    if (index > 0) element.append(document.createElement('br'));
    element.append(document.createTextNode(text));
  });
  return element;
}

function line(document: Document, name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = name;
  element.textContent = text;
  return element;
}

/** Writes the letter into an empty page. Everything goes in as text: what a customer wrote can't become markup. */
export function writeLetter(document: Document, letter: PrintedLetter): void {
  document.documentElement.lang = letter.lang;
  document.title = letter.title;
  const style = document.createElement('style');
  style.textContent = STYLE;
  document.head.append(style);
  const body = document.createElement('main');
  for (const text of letter.paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    body.append(paragraph);
  }
  document.body.replaceChildren(
    lines(document, 'header', letter.letterhead),
    lines(document, 'address', letter.address),
    line(document, 'date', letter.date),
    line(document, 'reference', letter.reference),
    body,
  );
}
