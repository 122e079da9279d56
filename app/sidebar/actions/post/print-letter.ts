import { type PrintedLetter, writeLetter } from './letter-page.ts';

/** Opens the letter in a window of its own and the browser's print dialog on it. False where no window may be opened. */
export function printLetter(letter: PrintedLetter): boolean {
  const page = window.open('', '_blank');
  if (!page) return false;
  writeLetter(page.document, letter);
  page.focus();
  page.print();
  return true;
}
