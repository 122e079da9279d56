import type { Localized } from '../../language.ts';
import { decision as decisionDe } from './de/decision.ts';
import { progress as progressDe } from './de/progress.ts';
import { receipt as receiptDe } from './de/receipt.ts';
import { decision as decisionEn } from './en/decision.ts';
import { progress as progressEn } from './en/progress.ts';
import { receipt as receiptEn } from './en/receipt.ts';
import { decision as decisionEs } from './es/decision.ts';
import { progress as progressEs } from './es/progress.ts';
import { receipt as receiptEs } from './es/receipt.ts';
import { decision as decisionFr } from './fr/decision.ts';
import { progress as progressFr } from './fr/progress.ts';
import { receipt as receiptFr } from './fr/receipt.ts';
import { decision as decisionNl } from './nl/decision.ts';
import { progress as progressNl } from './nl/progress.ts';
import { receipt as receiptNl } from './nl/receipt.ts';
import type { Prose } from './words.ts';

export type { OmbudsmanFacts, Prose } from './words.ts';

export const PROSE: Localized<Prose> = {
  en: { ...receiptEn, ...progressEn, ...decisionEn },
  de: { ...receiptDe, ...progressDe, ...decisionDe },
  es: { ...receiptEs, ...progressEs, ...decisionEs },
  fr: { ...receiptFr, ...progressFr, ...decisionFr },
  nl: { ...receiptNl, ...progressNl, ...decisionNl },
};
