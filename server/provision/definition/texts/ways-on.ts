import { place } from '../places.ts';
import type { Letter } from './facts.ts';
import { paragraph } from './html.ts';

/** The right to appeal: a part of a letter that says how a customer who does not agree can go on. */
export const appealWay: Letter = (facts, { waysOn }) => paragraph(waysOn.appeal(facts));

/** The way to the ombudsman; a place to fill in where the policy names none. */
export const ombudsmanWay: Letter = ({ ombudsman }, { waysOn }) =>
  paragraph(
    ombudsman
      ? [waysOn.ombudsman(ombudsman), ombudsman.note].filter(Boolean).join(' ')
      : place(waysOn.ombudsmanPlace),
  );
