/** Words that stand in nearly every text of their language, and in none of the others'. */
const COMMON = {
  en: ['the', 'and', 'your', 'you', 'of', 'we', 'to', 'have', 'with'],
  de: ['und', 'die', 'der', 'wir', 'ihre', 'ihnen', 'sie', 'nicht', 'haben', 'für'],
  es: ['el', 'que', 'los', 'su', 'usted', 'para', 'hemos', 'con', 'una'],
  fr: ['le', 'les', 'vous', 'nous', 'votre', 'est', 'pour', 'avons', 'une'],
  nl: ['het', 'een', 'uw', 'wij', 'van', 'niet', 'hebben', 'voor', 'zijn'],
} as const;

export type TextLanguage = keyof typeof COMMON;

const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl'] as const satisfies readonly TextLanguage[];

/** The language that a reply is written in, by its most common words; undefined where too little tells. */
export function guessLanguage(text: string): TextLanguage | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = LANGUAGES.map((language) => {
    const common = new Set<string>(COMMON[language]);
    return { language, count: words.filter((word) => common.has(word)).length };
  }).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count > (second?.count ?? 0) ? first.language : undefined;
}
